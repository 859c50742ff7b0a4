//! Columns of stock cards, and the words in them, in English and Vietnamese.

use super::record::Kind;
use crate::normal::nfd;

macro_rules! fields {
    ($( $(#[doc = $doc:literal])+ $name:ident = $text:literal, [$($alias:literal),*]; )+) => {
        /// A column of a stock card.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Field { $( $(#[doc = $doc])+ $name, )+ }

        impl Field {
            pub(super) const ALL: &'static [Field] = &[$( Field::$name, )+];

            pub(super) const fn name(self) -> &'static str {
                match self { $( Field::$name => $text, )+ }
            }

            /// Headers that stand for it, without marks and in lower case.
            const fn aliases(self) -> &'static [&'static str] {
                match self { $( Field::$name => &[$($alias),*], )+ }
            }
        }
    };
}

fields! {
    /// Identifier of the record.
    Id = "id", ["record", "record id", "ma dong", "ma ban ghi"];
    /// What happened.
    Kind = "kind", ["type", "movement", "movement type", "transaction", "loai", "loai phieu", "loai nghiep vu", "nghiep vu", "loai chung tu"];
    /// Day.
    Date = "date", ["posting date", "document date", "day", "ngay", "ngay thang", "ngay chung tu", "ngay ct", "ngay nhap xuat", "ngay nhap, xuat", "ngay hach toan"];
    /// Store.
    Store = "store", ["warehouse", "location", "from store", "kho", "ma kho", "ten kho", "kho xuat", "tu kho", "nhap tai kho", "xuat tai kho", "nhap tai", "xuat tai"];
    /// Store that a moved quantity goes to.
    ToStore = "to_store", ["to warehouse", "to location", "kho nhan", "den kho", "kho den"];
    /// What it is.
    Item = "item", ["item code", "material", "product", "sku", "part", "part number", "ma hang", "ma vat tu", "ma vthh", "ma so", "ma san pham", "vat tu", "hang hoa", "mat hang", "ma hang hoa"];
    /// Lot.
    Lot = "lot", ["lot no", "lot number", "batch", "batch no", "coil", "box", "lo", "so lo", "ma lo", "lo hang", "so cuon", "ma cuon", "ma thung", "so thung"];
    /// Lot that a moved quantity goes into, or container.
    ToLot = "to_lot", ["to batch", "new lot", "container", "pallet", "lo moi", "lo den", "ma pallet", "ma kien"];
    /// How much.
    Quantity = "quantity", ["qty", "amount", "so luong", "sl", "khoi luong", "luong"];
    /// How much came in, where the card has a column of its own.
    Received = "received", ["in", "receipts", "qty in", "quantity in", "nhap", "so luong nhap", "sl nhap", "luong nhap", "nhap kho", "thuc nhap"];
    /// How much went out, likewise.
    Issued = "issued", ["out", "issues", "qty out", "quantity out", "xuat", "so luong xuat", "sl xuat", "luong xuat", "xuat kho", "thuc xuat"];
    /// What should be in stock afterwards.
    Balance = "balance", ["stock", "on hand", "ton", "so luong ton", "sl ton", "ton kho", "ton cuoi"];
    /// Unit.
    Unit = "unit", ["uom", "unit of measure", "don vi", "don vi tinh", "dvt"];
    /// Production order.
    Run = "run", ["production order", "work order", "order", "job", "lenh sx", "lenh san xuat", "so lenh", "so lenh san xuat", "lsx"];
    /// What is done.
    Process = "process", ["operation", "work centre", "work center", "cong doan", "quy trinh", "nguyen cong"];
    /// Who supplied it, or got it.
    Party = "party", ["partner", "counterparty", "doi tuong", "ten doi tuong"];
    /// Who supplied it.
    Supplier = "supplier", ["vendor", "nha cung cap", "ncc", "ten nha cung cap"];
    /// Who got it.
    Customer = "customer", ["client", "khach hang", "ten khach hang", "nguoi mua"];
    /// Country of origin.
    Country = "country", ["origin", "country of origin", "xuat xu", "nuoc san xuat", "nuoc xuat xu"];
    /// The supplier's lot.
    Heat = "heat", ["heat no", "heat number", "melt", "supplier lot", "supplier batch", "so me", "me nau", "so me nau", "so me thep", "lo nha cung cap", "lo ncc"];
    /// Plot, farm or mine.
    Plot = "plot", ["farm", "mine", "lo dat", "thua dat", "mo", "nong trai"];
    /// Document.
    Document = "document", ["voucher", "document no", "document number", "invoice", "delivery note", "chung tu", "so chung tu", "so ct", "so hieu chung tu", "so phieu", "phieu", "hoa don", "so hoa don"];
    /// Carbon.
    Carbon = "carbon_kg_co2e", ["kg co2e", "carbon", "phat thai", "phat thai kg co2e", "luong phat thai"];
}

/// Text without marks, in lower case, words apart by one blank: `Số_lượng (kg)` is `so luong`.
pub(super) fn plain(text: &str) -> String {
    let mut text = text.trim().trim_end_matches(['*', ':', ' ']);
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((before, _)) = text.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)) {
            text = before;
        }
    }
    let letters = nfd(text.chars().flat_map(char::to_lowercase))
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c });
    let letters: String = letters.collect();
    let words = letters.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-' | '.' | '*'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Field {
    /// The field of a header.
    pub(super) fn of(header: &str) -> Option<Field> {
        let plain = plain(header);
        let named = |field: &&Field| field.name().replace('_', " ") == plain;
        let known = |field: &&Field| field.aliases().contains(&plain.as_str());
        Field::ALL.iter().find(named).or_else(|| Field::ALL.iter().find(known)).copied()
    }

    pub(super) fn from_name(name: &str) -> Option<Field> {
        Field::ALL.iter().find(|field| field.name() == name).copied()
    }
}

/// What happened, in the words of documents; longer words first, because they say more.
const KINDS: &[(Kind, &[&str])] = &[
    (
        Kind::Opening,
        &[
            "opening",
            "opening stock",
            "opening balance",
            "ton dau",
            "ton dau ky",
            "so du dau ky",
            "so ton dau ky",
        ],
    ),
    (
        Kind::Receive,
        &[
            "receive",
            "goods received",
            "purchase",
            "purchase receipt",
            "nhap mua",
            "nhap mua hang",
            "nhap nguyen lieu",
            "nhap vat tu",
            "nhap kho mua hang",
            "mua hang",
        ],
    ),
    (
        Kind::Consume,
        &[
            "consume",
            "issue to production",
            "consumption",
            "xuat san xuat",
            "xuat sx",
            "xuat kho san xuat",
            "xuat cho san xuat",
            "xuat dung",
            "xuat nguyen lieu",
            "tieu hao",
        ],
    ),
    (
        Kind::Produce,
        &[
            "produce",
            "output",
            "production",
            "production receipt",
            "nhap thanh pham",
            "nhap tp",
            "nhap ban thanh pham",
            "nhap btp",
            "nhap san xuat",
            "nhap sx",
            "nhap kho thanh pham",
            "san xuat",
        ],
    ),
    (Kind::Lose, &["lose", "loss", "process loss", "hao hut", "that thoat"]),
    (
        Kind::Move,
        &["move", "transfer", "stock transfer", "chuyen kho", "dieu chuyen", "chuyen", "xuat chuyen kho"],
    ),
    (
        Kind::Ship,
        &[
            "ship",
            "shipment",
            "delivery",
            "sale",
            "goods issued",
            "xuat ban",
            "xuat ban hang",
            "xuat kho ban hang",
            "giao hang",
            "ban hang",
        ],
    ),
    (
        Kind::Return,
        &[
            "return",
            "returned",
            "customer return",
            "sales return",
            "return from customer",
            "hang ban bi tra lai",
            "hang ban tra lai",
            "hang tra lai",
            "khach tra lai",
            "khach tra hang",
            "khach hang tra lai",
            "nhap tra lai",
            "nhap hang tra lai",
            "nhap hang ban bi tra lai",
            "nhap hang ban tra lai",
            "nhap kho hang ban bi tra lai",
            "nhap lai hang ban",
        ],
    ),
    (
        Kind::SendBack,
        &[
            "send back",
            "supplier return",
            "purchase return",
            "return to supplier",
            "return to vendor",
            "tra lai ncc",
            "tra lai nha cung cap",
            "tra hang ncc",
            "tra hang nha cung cap",
            "tra lai hang mua",
            "hang mua tra lai",
            "xuat tra lai",
            "xuat tra ncc",
            "xuat tra lai ncc",
            "xuat tra nha cung cap",
            "xuat tra lai nha cung cap",
            "xuat tra hang",
            "xuat tra lai hang mua",
            "xuat kho tra lai nha cung cap",
        ],
    ),
    (
        Kind::Scrap,
        &["scrap", "disposal", "xuat huy", "huy", "thanh ly", "phe pham", "xuat phe lieu", "ban phe lieu"],
    ),
    (Kind::Gain, &["gain", "stock gain", "count gain", "kiem ke thua", "thua kiem ke", "dieu chinh tang"]),
    (
        Kind::Shrink,
        &["shrink", "stock loss", "count loss", "kiem ke thieu", "thieu kiem ke", "dieu chinh giam"],
    ),
    (Kind::Pack, &["pack", "packing", "aggregate", "dong kien", "dong pallet", "xep pallet"]),
    (Kind::Unpack, &["unpack", "unpacking", "disaggregate", "do kien", "thao kien", "do pallet"]),
    (Kind::Void, &["void", "cancel", "cancelled", "huy phieu", "huy chung tu"]),
];

/// A word that says in or out, and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Kind(Kind),
    In,
    Out,
}

/// What a word of the column `kind` says.
pub(super) fn said(word: &str) -> Option<Said> {
    let plain = plain(word);
    let known = KINDS.iter().find(|(_, words)| words.contains(&plain.as_str()));
    match plain.as_str() {
        _ if known.is_some() => known.map(|(kind, _)| Said::Kind(*kind)),
        "nhap" | "nhap kho" | "phieu nhap" | "phieu nhap kho" | "pnk" | "in" | "receipt" => Some(Said::In),
        "xuat" | "xuat kho" | "phieu xuat" | "phieu xuat kho" | "pxk" | "out" | "issue" => Some(Said::Out),
        _ => None,
    }
}

/// Units that count things, beside those that the tables of units know.
pub(super) fn counts(unit: &str) -> bool {
    let known = [
        "cai", "chiec", "con", "cay", "bo", "hop", "thung", "kien", "cuon", "tam", "vien", "bao", "goi",
        "pc", "set", "box", "boxes", "coil", "coils", "roll", "carton", "ctn", "pallet", "bag", "c62", "h87",
        "unit", "units",
    ];
    known.contains(&plain(unit).as_str())
}

/// The day that a form states in words, `Ngày 05 tháng 01 năm 2026`, as 2026-01-05.
pub(super) fn day_in_words(text: &str) -> Option<String> {
    let plain = plain(text);
    let words: Vec<&str> =
        plain.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()).collect();
    let at = words.iter().position(|word| *word == "ngay")?;
    let [_, day, "thang", month, "nam", year] = words.get(at..at.checked_add(6)?)? else { return None };
    let digits =
        |text: &str, most: usize| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits(day, 2) && digits(month, 2) && digits(year, 4) && year.len() == 4;
    fits.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The row of letters and numbers that forms print below their headers: A, B, C, 1, 2.
pub(super) fn is_lettered(texts: &[&str]) -> bool {
    let mut named = texts.iter().filter(|text| !text.is_empty());
    let short = |text: &&&str| {
        let (digits, letter) = (
            text.bytes().all(|byte| byte.is_ascii_digit()),
            text.bytes().all(|byte| byte.is_ascii_uppercase()),
        );
        (letter && text.len() == 1) || (digits && text.len() <= 2)
    };
    named.clone().count() > 2 && named.clone().all(|text| short(&text)) && named.next() == Some(&"A")
}

/// Rows below a table that only add up.
pub(super) fn adds_up(text: &str) -> bool {
    let plain = plain(text);
    ["cong", "tong", "tong cong", "cong cuoi ky", "total", "ton cuoi ky", "so ton cuoi ky", "cong phat sinh"]
        .iter()
        .any(|word| plain == *word || plain.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_header_and_word_is_written_as_it_is_compared_and_means_one_thing() {
        let mut seen: Vec<&str> = Vec::new();
        for field in Field::ALL {
            assert_eq!(Field::of(field.name()), Some(*field));
            for alias in field.aliases() {
                assert_eq!(*alias, plain(alias));
                assert!(!seen.contains(alias), "{alias}");
                seen.push(alias);
            }
        }
        for (header, field) in [
            ("Số lượng (kg)", Field::Quantity),
            ("SỐ_CT", Field::Document),
            ("ĐVT", Field::Unit),
            ("Số mẻ", Field::Heat),
        ] {
            assert_eq!(Field::of(header), Some(field), "{header}");
        }
        let mut words: Vec<&str> = Vec::new();
        for (kind, list) in KINDS {
            assert_eq!(said(kind.as_str()), Some(Said::Kind(*kind)));
            for word in *list {
                assert_eq!(*word, plain(word));
                assert!(!words.contains(word), "{word}");
                words.push(word);
            }
        }
        assert_eq!(said("Nhập kho thành phẩm"), Some(Said::Kind(Kind::Produce)));
        assert_eq!((said("Phiếu xuất kho"), said("gì đó")), (Some(Said::Out), None));
    }
}
