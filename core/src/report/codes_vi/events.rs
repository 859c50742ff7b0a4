//! Mã định danh và sự kiện truy xuất.

use super::Said;

pub(super) const CODES: &[Said] = &[
    (
        "BAD_IDENTIFIER",
        "Mã định danh viết sai, hoặc giá trị không hợp với mã ứng dụng (AI)",
        "đối chiếu mã với nguồn; không tự đoán để sửa",
    ),
    (
        "BAD_CHECK_DIGIT",
        "Số kiểm tra của mã GS1 không khớp với các chữ số đứng trước",
        "đối chiếu với nguồn: có chữ số sai, thiếu hoặc bị đảo chỗ",
    ),
    (
        "UNKNOWN_AI",
        "Không có mã ứng dụng (AI) nào của GS1 như vậy",
        "đối chiếu chuỗi với nguồn; có thể thiếu dấu phân cách",
    ),
    (
        "AI_ASSOCIATION",
        "Các mã ứng dụng (AI) đứng cùng nhau loại trừ nhau, hoặc thiếu mã phải đi kèm",
        "thêm hoặc bỏ phần tử mà thông báo nêu",
    ),
    (
        "AMBIGUOUS_IDENTIFIER",
        "Dãy chữ số có thể chỉ nhiều loại đối tượng",
        "nêu loại: item, place, party, logistic_unit hoặc code",
    ),
    (
        "NOT_GLOBALLY_UNIQUE",
        "Mã chỉ có nghĩa ở nơi đã cấp: mã nội bộ, hoặc số GS1 dùng trong phạm vi hạn chế",
        "trong một công ty không cần làm gì; giữa các công ty hãy thống nhất một mã GS1 và khai báo là bí danh",
    ),
    (
        "ALIAS_CONFLICT",
        "Một mã được khai báo là hai mã khác nhau, hoặc vòng lại chính nó",
        "chỉ giữ một khai báo",
    ),
];
