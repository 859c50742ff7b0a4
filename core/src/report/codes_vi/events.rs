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
        "UNEXPECTED_MEMBER",
        "Có trường mà tiêu chuẩn không có ở vị trí này",
        "bỏ trường đó, hoặc đặt tên mở rộng với tiền tố khai báo trong `@context`",
    ),
    (
        "NOT_EXPRESSIBLE",
        "Một định dạng nói điều mà định dạng kia không có chỗ ghi",
        "giữ bản gốc bên cạnh bản đã chuyển",
    ),
    (
        "EVENT_VOID",
        "Sự kiện đã được khai báo là sai: không được tính",
        "không cần làm gì; sự kiện sửa lỗi có giá trị riêng",
    ),
    (
        "DUPLICATE_EVENT",
        "Sự kiện nói lại điều một sự kiện khác đã nói: không tính hai lần",
        "không cần làm gì nếu là một; nếu đã xảy ra hai lần, ghi thời gian hoặc eventID riêng",
    ),
    (
        "EVENT_ID_CONFLICT",
        "Hai sự kiện cùng mã nhưng nội dung khác nhau",
        "hỏi bên gửi sự kiện nào đúng; sửa lỗi bằng khai báo lỗi và một sự kiện có mã riêng",
    ),
    (
        "CORRECTIVE_MISSING",
        "Thiếu sự kiện sửa lỗi thay cho sự kiện đã hủy",
        "yêu cầu sự kiện sửa lỗi; thiếu nó chuỗi bị đứt",
    ),
    (
        "TIME_TIE",
        "Các sự kiện về cùng một vật có cùng thời gian, chỉ mã của chúng quyết định thứ tự",
        "yêu cầu thời gian chi tiết hơn nếu thứ tự quan trọng",
    ),
    (
        "USED_BEFORE_MADE",
        "Vật được dùng trước khi được tạo ra",
        "kiểm tra thời gian và múi giờ của hai sự kiện",
    ),
    (
        "USED_AFTER_END",
        "Vật đã dùng hết hoặc đã kết thúc trước đó",
        "kiểm tra thời gian, hoặc hành động DELETE của sự kiện trước",
    ),
    (
        "MADE_TWICE",
        "Một vật được tạo ra lần thứ hai",
        "cấp số sê-ri riêng cho mỗi vật; lần thấy lại ghi bằng hành động OBSERVE",
    ),
    (
        "TWO_PLACES",
        "Một vật ở hai nơi cùng một lúc",
        "kiểm tra thời gian, múi giờ và địa điểm của hai sự kiện",
    ),
    (
        "CONTAINMENT_CIRCLE",
        "Một bao gói nằm trong chính nó",
        "kiểm tra parentID và childEPCs: cái nào chứa cái nào",
    ),
    (
        "CONTAINMENT",
        "Vật được cho vào bao gói mới mà chưa ra khỏi bao gói cũ, hoặc được lấy ra khỏi nơi nó không nằm",
        "tìm sự kiện đóng gói hoặc dỡ gói còn thiếu",
    ),
    (
        "RECORDED_EARLY",
        "Sự kiện được ghi nhận trước khi xảy ra",
        "kiểm tra đồng hồ, và phân biệt eventTime với recordTime",
    ),
    (
        "ALIAS_CONFLICT",
        "Một mã được khai báo là hai mã khác nhau, hoặc vòng lại chính nó",
        "chỉ giữ một khai báo",
    ),
];
