//! Texts of the workbook of an importer.

use crate::report::Lang;

words! {
    owed = "What is owed" | "Nghĩa vụ";
    goods = "Goods" | "Hàng hóa";
    stretches = "Prices" | "Giá";
    allocation = "Free allocation" | "Phân bổ miễn phí";
    provenance = "Provenance" | "Nguồn gốc số liệu";
    remarks = "Notes and findings" | "Ghi chú và phát hiện";
    note = "A spreadsheet keeps 15 digits: numbers are rounded half-even to them, and exact figures that need more stand beside as text. Certificates of a good = MAX(0, embedded − free allocation − carbon price paid), cost = certificates of each stretch × its price." | "Bảng tính chỉ giữ 15 chữ số: số được làm tròn nửa về chẵn đến mức đó, số chính xác dài hơn đứng bên cạnh ở dạng chữ. Chứng chỉ của một hàng hóa = MAX(0, hàm chứa − phân bổ miễn phí − giá carbon đã trả), chi phí = chứng chỉ của từng khoảng × giá của khoảng đó.";
    incomplete = "Rows of the ledger are missing in these figures" | "Có dòng của sổ không nằm trong các số này";
    sums = "Sum" | "Tổng";
    exact = "exact (text)" | "chính xác (dạng chữ)";
    share = "Share" | "Tỷ lệ";
    number = "No." | "STT";
    description = "Description" | "Mô tả";
    sector = "Sector" | "Ngành";
    category = "Category" | "Nhóm hàng";
    produced = "Produced in" | "Năm sản xuất";
    unit = "Unit" | "Đơn vị";
    exempt = "Exempt" | "Được miễn";
    direct = "Direct, t CO2e" | "Trực tiếp, t CO2tđ";
    indirect = "Indirect, t CO2e" | "Gián tiếp, t CO2tđ";
    content = "Stated for, in one unit" | "Lượng khai báo trong một đơn vị";
    before_mark_up = "Before mark-up, t CO2e per unit" | "Trước mức cộng thêm, t CO2tđ/đơn vị";
    mark_up = "Mark-up" | "Mức cộng thêm";
    see = "SEE, t CO2e per unit" | "SEE, t CO2tđ/đơn vị";
    sefa = "SEFA, t CO2e per unit" | "SEFA, t CO2tđ/đơn vị";
    exact_certificates = "Certificates, exact (text)" | "Chứng chỉ, chính xác (dạng chữ)";
    exact_cost = "EUR, exact (text)" | "EUR, chính xác (dạng chữ)";
    source = "Where from" | "Nguồn";
    from = "From" | "Từ ngày";
    price = "EUR per certificate" | "EUR/chứng chỉ";
    depth = "Depth" | "Bậc";
    t_per_t = "t per t of the good" | "t trên t hàng hóa";
    column = "Column" | "Cột";
    benchmark = "Benchmark" | "Định mức chuẩn";
    benchmark_value = "Benchmark, t CO2e per t" | "Định mức chuẩn, t CO2tđ/t";
    cbam_factor = "CBAM factor" | "Hệ số CBAM";
    correction = "Correction factor" | "Hệ số hiệu chỉnh";
    summand = "t CO2e per t of the good" | "t CO2tđ/t hàng hóa";
    equation = "Equation" | "Phương trình";
    note_head = "Note" | "Ghi chú";
    figure = "Figure" | "Số liệu";
    document = "Document" | "Văn bản";
    clause = "Clause" | "Điều khoản";
    plants = "Installations computed from documents" | "Cơ sở được tính từ hồ sơ";
    code = "Code" | "Mã";
    pack_digest = "SHA-256" | "SHA-256";
    without_default = "Goods without default value, not counted" | "Hàng hóa không có giá trị mặc định, chưa tính";
    verified = "verified" | "đã thẩm tra";
    not_verified = "not verified" | "chưa thẩm tra";
    not_compared = "never compared with the correction of the act" | "chưa từng đối chiếu với bản đính chính";
}
