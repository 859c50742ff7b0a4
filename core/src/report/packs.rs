//! How a report calls packs: shipped ones in its own language, those of users as they call themselves.
//!
//! Attributions and licences stay as their owners write them.

use super::Lang;
use crate::wire::v1::PackUse;

/// What a report says of a pack.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'p> {
    pub(super) title: &'p str,
    pub(super) edition: &'p str,
    pub(super) publisher: &'p str,
}

/// Title, edition and publisher of a pack.
pub(super) fn named(pack: &PackUse, lang: Lang) -> Named<'_> {
    let own = Named { title: &pack.title, edition: &pack.edition, publisher: &pack.publisher };
    if !pack.shipped || lang != Lang::Vi {
        return own;
    }
    VIETNAMESE.iter().find(|(id, ..)| *id == pack.id).map_or(own, |(_, title, edition, publisher)| Named {
        title,
        edition: if edition.is_empty() { own.edition } else { edition },
        publisher: if publisher.is_empty() { own.publisher } else { publisher },
    })
}

/// A set of requirements by its title, and who published it: as the shipped pack that it comes from is named, else as it
/// says itself.
pub(super) fn named_set<'p>(
    packs: &'p [PackUse],
    (set, version, issuer): (&str, &str, &'p str),
    lang: Lang,
) -> (String, &'p str) {
    match packs.iter().find(|pack| pack.shipped).map(|pack| named(pack, lang)) {
        Some(pack) => (format!("{}, {} ({set})", pack.title, pack.edition), pack.publisher),
        None => (format!("{set} {version}").trim_end().to_owned(), issuer),
    }
}

/// Pack, title, edition, publisher in Vietnamese; an empty text stays as the pack has it.
const VIETNAMESE: [(&str, &str, &str, &str); 42] = [
    (
        "ashrae-blends",
        "Thành phần danh nghĩa theo khối lượng của môi chất lạnh hỗn hợp",
        "",
        EMITRACE_COMPILED,
    ),
    ("crosswalk-2026", "Chỉ tiêu và mã của chúng trong các khung báo cáo", "", EMITRACE_COMPILED),
    (
        "ember-2024",
        "Cường độ carbon của điện theo quốc gia (vòng đời), năm gần nhất đến 2024",
        "dữ liệu điện hằng năm như trong co2.js, bản 27cbe832; 2022 đến 2024",
        "",
    ),
    ("emitrace-activities", "Các hoạt động mà sổ dữ liệu ghi, với tên tiếng Anh và tiếng Việt", "", EMITRACE),
    (
        "emitrace-policies",
        "Chính sách năm cơ sở và lộ trình mục tiêu theo các tài liệu được nêu tên",
        "",
        EMITRACE,
    ),
    (
        "eu-cbam-benchmarks-2025-2620",
        "Mức chuẩn để điều chỉnh theo hạn ngạch phân bổ miễn phí",
        "Quy định thực thi (EU) 2025/2620 ngày 16 tháng 12 năm 2025",
        EU,
    ),
    (
        "eu-cbam-categories",
        "Nhóm hàng hóa gộp của cơ chế điều chỉnh biên giới carbon",
        "Quy định thực thi (EU) 2025/2547; mẫu trao đổi thông tin v2.1.1",
        EU,
    ),
    (
        "eu-cbam-countries",
        "Các nước trong bảng giá trị mặc định và các xuất xứ không có nghĩa vụ",
        "Quy định thực thi (EU) 2025/2621 và 2026/1740",
        EU,
    ),
    (
        "eu-cbam-defaults-2025-2621",
        "Giá trị mặc định theo nước và hàng hóa, văn bản gốc",
        "Quy định thực thi (EU) 2025/2621 ngày 16 tháng 12 năm 2025",
        EU,
    ),
    (
        "eu-cbam-defaults-2026-1740",
        "Giá trị mặc định theo nước và hàng hóa, đã đính chính",
        "Quy định thực thi (EU) 2026/1740 ngày 20 tháng 7 năm 2026",
        EU,
    ),
    (
        "eu-cbam-figures",
        "Hệ số, giá, mức cộng thêm, ngưỡng và thời hạn của cơ chế điều chỉnh biên giới carbon",
        "Tình trạng ngày 21 tháng 11 năm 2026",
        EU,
    ),
    (
        "eu-cbam-goods",
        "Hàng hóa thuộc cơ chế điều chỉnh biên giới carbon",
        "Quy định (EU) 2023/956, sửa đổi bởi (EU) 2025/2083; đơn vị chức năng của (EU) 2025/2547",
        EU,
    ),
    (
        "eu-cbam-methods-2023-1773",
        "CBAM, giai đoạn chuyển tiếp: các số mà mẫu của Ủy ban dùng để tính",
        "Quy định thực thi (EU) 2023/1773, theo mẫu trao đổi thông tin cho cơ sở 2.1.1 ngày 13 tháng 12 năm 2024",
        COMMISSION,
    ),
    (
        "eu-cbam-methods-2025-2547",
        "CBAM, giai đoạn chính thức: các số mà quy định về phương pháp ấn định cho công thức",
        "Quy định thực thi (EU) 2025/2547 công bố tháng 12 năm 2025; chưa xem được đính chính 32025R2547R(01) ngày 3 tháng 6 năm 2026",
        COMMISSION,
    ),
    (
        "eu-standard-fuels",
        "Hệ số chuẩn của EU: nhiên liệu, cacbonat, vật liệu công nghệ",
        "Quy định thực thi (EU) 2018/2066, Phụ lục VI; nhắc lại trong (EU) 2023/1773, Phụ lục VIII",
        COMMISSION,
    ),
    (
        "ipcc-gwp",
        "Tiềm năng nóng lên toàn cầu 100 năm của AR4, AR5 và AR6",
        "globalwarmingpotentials 0.13.2, đã sửa SF6 của AR6",
        "openclimatedata (tổng hợp giá trị của IPCC)",
    ),
    (
        "refrigerant-leak-rates",
        "Tỷ lệ rò rỉ ước tính của thiết bị lạnh và điều hòa không khí",
        "cách tính giản lược của US EPA; DEFRA 2010/2011",
        "",
    ),
    (
        "report-ghg-protocol-2004",
        "Báo cáo doanh nghiệp theo GHG Protocol, chương 9",
        "bản sửa đổi 2004, hướng dẫn phạm vi 2 năm 2015",
        EMITRACE_COMPILED,
    ),
    (
        "report-iso-14064-1-2018",
        "Báo cáo khí nhà kính theo ISO 14064-1:2018, 9.3.1: những điều phải nêu",
        "",
        EMITRACE_COMPILED,
    ),
    (
        "report-vn-circular-96-2020",
        "Chỉ tiêu môi trường và xã hội của công ty đại chúng, Thông tư 96/2020/TT-BTC, Phụ lục IV, mục 6",
        "",
        EMITRACE_COMPILED,
    ),
    ("supplier-automotive-example", "Người mua linh kiện ô tô, xe máy (ví dụ)", NOVEMBER, EXAMPLE),
    ("supplier-cbam-data", "Dữ liệu mà nhà nhập khẩu cần theo CBAM (ví dụ)", NOVEMBER, EXAMPLE),
    ("supplier-electronics-example", "Người mua hàng điện tử tại Việt Nam (ví dụ)", NOVEMBER, EXAMPLE),
    ("supplier-food-retail-example", "Nhà bán lẻ thực phẩm tại Việt Nam (ví dụ)", NOVEMBER, EXAMPLE),
    ("supplier-iso-14064-1", "Nội dung của báo cáo khí nhà kính theo ISO 14064-1 (ví dụ)", NOVEMBER, EXAMPLE),
    (
        "supplier-vn-legal",
        "Yêu cầu pháp lý cơ bản đối với nhà sản xuất tại Việt Nam (ví dụ)",
        NOVEMBER,
        EXAMPLE,
    ),
    ("supplier-vsme-basic", "Các công bố của mô-đun cơ bản VSME (ví dụ)", NOVEMBER, EXAMPLE),
    (
        "trace-custody-schemes",
        "Những điều các chương trình chứng nhận ấn định cho sổ chuỗi hành trình",
        NOVEMBER,
        "Chủ chương trình nêu ở từng dòng",
    ),
    (
        "trace-eudr",
        "Những điều hệ thống thông tin của quy định chống phá rừng chấp nhận",
        "",
        "Ủy ban châu Âu, DG ENV",
    ),
    (
        "trace-origin-agreements",
        "Những điều các hiệp định thương mại ấn định cho quy tắc xuất xứ",
        "Các hiệp định, đọc vào tháng 11 năm 2026",
        "Các bên của hiệp định; Bộ Công Thương Việt Nam",
    ),
    (
        "uk-desnz-2024-2026-selected",
        "Hệ số quy đổi khí nhà kính của Chính phủ Anh: một số ô của năm 2024 và 2026",
        "2024 và 2026, một số ô",
        DESNZ,
    ),
    (
        "uk-desnz-2025",
        "Hệ số quy đổi khí nhà kính của Chính phủ Anh 2025: phạm vi 3, ngoài phạm vi, một phần phạm vi 1 và 2",
        "",
        DESNZ,
    ),
    (
        "us-egrid-2023",
        "eGRID2023: hệ số phát thải đầu ra theo tiểu vùng lưới điện",
        "eGRID2023, như in trong Emission Factors Hub tháng 1 năm 2025",
        EPA,
    ),
    (
        "us-epa-hub-2025",
        "Hệ số phát thải khí nhà kính của US EPA, tháng 1 năm 2025: đốt tại chỗ, vận chuyển, chất thải",
        "Tháng 1 năm 2025",
        EPA,
    ),
    (
        "us-useeio-1.3.0",
        "Hệ số phát thải chuỗi cung ứng của hàng hóa Hoa Kỳ, v1.3.0, theo NAICS-6",
        "1.3.0 (đô la Mỹ năm 2022)",
        EPA,
    ),
    (
        "vn-circular-38-2023",
        "Kiểm kê cấp cơ sở theo Thông tư 38/2023/TT-BCT: các bước, loại nguồn, thứ tự hệ số, kiểm soát, phát biểu, Mẫu 06",
        "Thông tư 38/2023/TT-BCT, đính chính bởi Quyết định 334/QĐ-BCT",
        "Bộ Công Thương",
    ),
    (
        "vn-decision-2626",
        "Hệ số phát thải của Việt Nam, Quyết định 2626/QĐ-BTNMT",
        "Quyết định 2626/QĐ-BTNMT ngày 10 tháng 10 năm 2022",
        "Bộ Tài nguyên và Môi trường",
    ),
    (
        "vn-enterprise-size",
        "Quy mô doanh nghiệp tại Việt Nam",
        "Nghị định 80/2021/NĐ-CP",
        "Chính phủ Việt Nam",
    ),
    (
        "vn-ghg-duties",
        "Nghĩa vụ về khí nhà kính của cơ sở tại Việt Nam: danh mục, tiêu chí, thời hạn, trao đổi hạn ngạch",
        "Tình trạng ngày 21 tháng 11 năm 2026",
        "Chính phủ Việt Nam",
    ),
    ("vn-grid", "Hệ số phát thải lưới điện Việt Nam do cơ quan nhà nước công bố", "", "Cục Biến đổi khí hậu"),
    (
        "vn-toe",
        "Tấn dầu tương đương để xét ngưỡng tại Việt Nam",
        "Công văn 3505/BCT-KHCN ngày 19 tháng 4 năm 2011",
        "Bộ Công Thương",
    ),
    ("vsme-2026-05-01", "Bộ phân loại số VSME: khái niệm, thành viên, quy tắc", "", ""),
];

const COMMISSION: &str = "Ủy ban châu Âu";
const DESNZ: &str = "Bộ An ninh năng lượng và Phát thải ròng bằng không (Vương quốc Anh)";
const EMITRACE: &str = "Nhóm phát triển emitrace";
const EMITRACE_COMPILED: &str = "Nhóm phát triển emitrace (tổng hợp)";
const EPA: &str = "Cơ quan Bảo vệ Môi trường Hoa Kỳ";
const EU: &str = "Liên minh châu Âu";
const EXAMPLE: &str = "emitrace (ví dụ)";
const NOVEMBER: &str = "Tình trạng tháng 11 năm 2026";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_pack_has_a_vietnamese_title() {
        let catalog = crate::factor::shipped();
        let mut shipped: Vec<&str> = catalog.packs().iter().map(|pack| &*pack.id).collect();
        shipped.sort_unstable();
        let named: Vec<&str> = VIETNAMESE.iter().map(|(id, ..)| *id).collect();
        assert_eq!(named, shipped);
    }
}
