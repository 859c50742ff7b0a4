//! Báo cáo phát triển bền vững.

use crate::report::text::Said;

pub(super) const CODES: &[Said] = &[
    (
        "FACT_CONCEPT",
        "Bộ phân loại không có khái niệm này",
        "dùng tên của bộ phân loại; `disclosure.form` liệt kê kèm nhãn",
    ),
    (
        "FACT_UNIT",
        "Đơn vị của số liệu không phải đơn vị của khái niệm, hoặc giá trị không cần đơn vị",
        "dùng một đơn vị mà bộ phân loại nêu cho khái niệm",
    ),
    (
        "FACT_CURRENCY",
        "Báo cáo có số tiền bằng nhiều loại tiền",
        "ghi mọi số tiền bằng đồng tiền của báo cáo tài chính",
    ),
    (
        "FACT_PERIOD",
        "Ghi một ngày ở nơi cần khoảng ngày, hoặc ngược lại",
        "ghi lượng phát sinh cho khoảng ngày (`2025-01-01/2025-12-31`) và số dư cho một ngày (`2025-12-31`), như bộ phân loại quy định",
    ),
    (
        "FACT_OTHER_PERIOD",
        "Số liệu thuộc những ngày mà báo cáo không nói đến",
        "nêu kỳ so sánh trong `previous_period`; năm cơ sở và năm mục tiêu có thành viên riêng",
    ),
    ("FACT_AXIS", "Trục không thuộc khái niệm này", "bỏ trục, hoặc dùng khái niệm được ghi theo trục đó"),
    (
        "FACT_AXIS_MISSING",
        "Thiếu thành viên của một trục bắt buộc",
        "nêu một thành viên của trục: cơ sở, vật liệu, loại chất thải",
    ),
    ("FACT_MEMBER", "Thành viên không thuộc trục", "dùng một thành viên của trục"),
    (
        "FACT_DEFAULT_MEMBER",
        "Ghi ra thành viên mặc định của trục",
        "bỏ trục: khi đó thành viên mặc định được hiểu ngầm và không được ghi",
    ),
    (
        "FACT_ENUMERATION",
        "Giá trị không thuộc danh sách",
        "dùng các giá trị của danh sách; chỉ một giá trị, trừ khi là tập hợp",
    ),
    (
        "FACT_VALUE",
        "Giá trị không đúng kiểu: chữ trong ô số, ngày không có thật",
        "ghi số thập phân thường, ngày như 2025-12-31, năm như 2025, đúng sai là true hoặc false",
    ),
    (
        "FACT_RANGE",
        "Số nằm ngoài khoảng có thể",
        "kiểm tra số: tỷ lệ là phân số (0.284, không phải 28.4), lượng không âm",
    ),
    (
        "FACT_DECIMALS",
        "Số chữ số thập phân không phải số nguyên, hoặc ghi cạnh giá trị không phải số",
        "ghi số nguyên như 3 hoặc -3, hoặc bỏ trống nếu số chính xác",
    ),
    (
        "FACT_LANGUAGE",
        "Mã ngôn ngữ không hợp lệ, hoặc ghi cạnh giá trị không phải văn bản",
        "ghi `vi` hoặc `en` cạnh văn bản, không ghi cạnh giá trị khác",
    ),
    (
        "FACT_INLINE",
        "Không đọc được một dữ kiện trên trang: ngữ cảnh, đơn vị, số hoặc định dạng bị thiếu hay sai",
        "ghi cho dữ kiện ngữ cảnh, đơn vị và định dạng theo Inline XBRL, mỗi mã định danh chỉ dùng một lần",
    ),
    (
        "FACT_HIDDEN",
        "Trang có một dữ kiện mà người đọc không nhìn thấy",
        "yêu cầu người lập trình bày dữ kiện đó; trong `ix:hidden` chỉ được có tên gọi, ngày, có và không",
    ),
    ("FACT_CONTRADICTION", "Một nội dung được nêu với nhiều giá trị khác nhau", "giữ giá trị đúng"),
    ("FACT_REPEATED", "Một nội dung được nêu hai lần", "bỏ một lần"),
    (
        "FACT_FORMULA",
        "Tổng không bằng các phần cộng lại, hoặc số liệu khác với công thức",
        "sửa số liệu hoặc các phần; cả hai đúng đến số thập phân đã nêu",
    ),
    ("FACT_LIMIT", "Phần lớn hơn toàn thể", "sửa phần hoặc toàn thể"),
    (
        "DISCLOSURE_MISSING",
        "Thiếu một nội dung bắt buộc",
        "nêu nội dung; ghi 0 nếu bằng không; nếu không áp dụng, nêu lý do trong `not_applicable`",
    ),
    (
        "NOT_APPLICABLE_BUT_GIVEN",
        "Khái niệm có số liệu nhưng lại được nêu là không áp dụng",
        "bỏ lời nêu hoặc bỏ số liệu",
    ),
    (
        "BAD_ENTITY",
        "Không dùng được mã của doanh nghiệp báo cáo hoặc hệ mã của nó",
        "ghi hệ mã là một URI tuyệt đối (LEI: http://standards.iso.org/iso/17442) và mã không có khoảng trắng",
    ),
    (
        "INVENTORY_PARTLY",
        "Kiểm kê được điền vào không tính hết các dòng của sổ",
        "xem các phát hiện của kiểm kê, hoặc nêu trong báo cáo phần bị bỏ",
    ),
    (
        "ENERGY_NOT_TAKEN",
        "Năng lượng của tài khoản không có chỉ tiêu trong báo cáo, hoặc chưa rõ có phải tái tạo hay không",
        "nêu bằng lời cách xử lý; tách nhiên liệu pha trộn thành hai dòng, mỗi dòng một phần",
    ),
    (
        "ENERGY_MISSING",
        "Chưa tính được năng lượng từ lượng của dòng",
        "ghi lượng bằng đơn vị năng lượng (hơi nước: khối lượng nhân entanpi, trừ phần nước ngưng hoàn lại), điền nhiệt trị vào `calorific_value`, hoặc nạp gói có nhiệt trị hay khối lượng riêng",
    ),
];
