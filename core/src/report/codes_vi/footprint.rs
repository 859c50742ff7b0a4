//! Dấu chân carbon của sản phẩm.

use super::Said;

pub(super) const CODES: &[Said] = &[
    (
        "FOOTPRINT_MEMBER_MISSING",
        "Thiếu một trường mà quy cách bắt buộc phải có",
        "thêm trường đó; quy cách của phiên bản liệt kê những trường phải có",
    ),
    (
        "FOOTPRINT_BAD_VALUE",
        "Giá trị không đúng với quy cách ở vị trí này",
        "ghi như thông báo nêu; số thập phân là chuỗi chữ số thường, ví dụ \"0.35\"",
    ),
    (
        "FOOTPRINT_UNKNOWN_MEMBER",
        "Quy cách không biết trường này; trường vẫn được giữ lại",
        "kiểm tra chính tả và vị trí; dữ liệu riêng đặt trong `extensions`",
    ),
    ("FOOTPRINT_REPEATED", "Cùng một giá trị hoặc mã xuất hiện hai lần", "giữ lại một"),
    ("FOOTPRINT_CONTRADICTION", "Hai trường mâu thuẫn nhau", "sửa hoặc bỏ một trong hai"),
    (
        "FOOTPRINT_PARTS_DIFFER",
        "Tổng không bằng các phần cộng lại",
        "tìm phần bị thiếu hoặc sai; thông báo nêu mức chênh lệch",
    ),
    (
        "FOOTPRINT_NOT_STATED",
        "Chưa nêu điều mà phương pháp luận yêu cầu",
        "nêu ra; chỉ bỏ trống khi không biết",
    ),
    (
        "FOOTPRINT_IMPLAUSIBLE",
        "Con số khó đúng khi đặt cạnh con số khác",
        "kiểm tra lượng, đơn vị, khối lượng và số liệu: tất cả đều tính cho lượng đã khai của sản phẩm",
    ),
    (
        "FOOTPRINT_READ_LENIENTLY",
        "Số được ghi ở dạng quy cách không có, nhưng vẫn đọc được",
        "ghi như thông báo nêu; phần mềm khác có thể từ chối",
    ),
    (
        "FOOTPRINT_VERSION",
        "Dấu chân được ghi theo phiên bản khác của quy cách",
        "chuyển đổi dấu chân 2.x bằng `footprint.migrate`",
    ),
];
