//! Yêu cầu, so sánh, lỗi vào ra.

use super::Said;

pub(super) const CODES: &[Said] = &[
    ("BAD_JSON", "Yêu cầu không phải JSON hợp lệ", "gửi JSON hợp lệ"),
    ("BAD_REQUEST", "Yêu cầu sai cấu trúc", "so với tài liệu tham chiếu"),
    (
        "ANSWER_CHANGED",
        "Kết quả đã bị sửa: số liệu không khớp mã kiểm chứng của nó",
        "dùng nguyên kết quả do phần mềm ghi ra, hoặc tính lại",
    ),
    (
        "CHOICE_MISSING",
        "Chưa chọn một điều làm thay đổi con số",
        "hãy chọn: không có mặc định vì nó làm thay đổi kết quả",
    ),
    (
        "GROUP_TOO_SMALL",
        "Số liệu của quá ít doanh nghiệp sẽ làm lộ từng doanh nghiệp",
        "chọn nhóm lớn hơn, hoặc chọn `min_group` nhỏ hơn",
    ),
    (
        "BAD_CONDITION",
        "Không đọc được điều kiện, hoặc so sánh hai thứ không so sánh được",
        "viết như `sector == food and (employees >= 50 or not exports in (EU, JP))`",
    ),
    ("UNKNOWN_METHOD", "Không có phương thức này", "dùng một phương thức mà `capabilities` liệt kê"),
    ("LINE_NOT_FOUND", "Không có dòng với mã hoặc số thứ tự này", "ghi mã dòng hoặc số dòng của sổ"),
    (
        "CANNOT_MERGE",
        "Không thể cộng hai kết quả có lựa chọn khác nhau",
        "tính mọi phần với cùng lựa chọn và cùng gói dữ liệu",
    ),
    (
        "STRUCTURE_NOT_DECLARED",
        "Cơ sở chỉ có trong một trong hai kết quả mà không có thay đổi cơ cấu nào nêu tên",
        "nếu cơ sở đến hoặc đi do sáp nhập, mua hoặc bán, hãy khai báo thay đổi cơ cấu; nếu không thì không cần làm gì",
    ),
    (
        "NOT_SEPARABLE",
        "Không tách được ảnh hưởng của hoạt động và của hệ số",
        "ghi lượng bằng các đơn vị đổi được cho nhau, hoặc so hai sổ thay vì hai kết quả",
    ),
    (
        "MATCHED_BY_ORDER",
        "Nhiều dòng giống nhau về mọi điều dùng để ghép; chúng được ghép theo thứ tự dòng",
        "đặt cho mỗi dòng một mã giữ nguyên giữa các sổ",
    ),
    (
        "NOT_COMPARABLE",
        "Hai con số cạnh nhau không được tính theo cùng một cách",
        "tính với cùng tài khoản, khí, đơn vị và năm giá, hoặc nêu lý do khác nhau trong báo cáo",
    ),
    ("IO", "Không đọc hoặc ghi được tệp", "kiểm tra đường dẫn và quyền truy cập"),
    ("INTERNAL", "Lỗi của chính emitrace", "hãy báo lại kèm dữ liệu gây ra lỗi"),
];
