//! Truy xuất: lô, lệnh sản xuất, kiện.

use super::Said;

pub(super) const CODES: &[Said] = &[
    (
        "ABOVE_STOCK",
        "Lấy ra nhiều hơn số đang có; phần thiếu được coi là không rõ nguồn gốc",
        "tìm phiếu nhập chưa ghi, hoặc số lượng, đơn vị bị sai",
    ),
    (
        "TAKEN_BEFORE_MADE",
        "Lô được lấy ra trước khi có nhập; phần thiếu được coi là không rõ nguồn gốc",
        "kiểm tra ngày của cả hai bản ghi",
    ),
    (
        "OUTPUT_BEFORE_INPUT",
        "Lệnh sản xuất ra hàng trước khi nhận nguyên liệu",
        "kiểm tra ngày của các phiếu thuộc lệnh",
    ),
    (
        "OUTPUT_ABOVE_INPUT",
        "Lệnh ra nhiều hơn nhận vào; phần thiếu được coi là không rõ nguồn gốc",
        "ghi thêm những gì đã đưa vào (lớp mạ, nước, oxy) thành một lô, hoặc sửa số lượng",
    ),
    (
        "UNBALANCED",
        "Nguyên liệu, thành phẩm và hao hụt đo được không khớp nhau",
        "tìm thành phẩm hoặc hao hụt chưa ghi; phần chênh lệch được tính là hao hụt",
    ),
    (
        "UNKNOWN_QUANTITY",
        "Bản ghi không ghi số lượng",
        "điền số lượng; trước đó câu trả lời về những gì làm ra từ nó là khoảng",
    ),
    (
        "MISSING_PARENT",
        "Hàng ra khỏi sản xuất mà không có gì cho biết nó được làm từ đâu",
        "ghi những gì đã đưa vào lệnh, hoặc lệnh mà lô thuộc về",
    ),
    ("MISSING_RUN", "Hàng xuất cho sản xuất mà không ghi lệnh nào", "ghi số lệnh sản xuất vào bản ghi"),
    (
        "RUN_WITHOUT_OUTPUT",
        "Lệnh nhận nguyên liệu mà chưa ra gì: được coi là đang sản xuất dở dang",
        "ghi thành phẩm khi lệnh xong",
    ),
    (
        "LOT_NOT_NAMED",
        "Có nhiều lô có thể đã được lấy mà bản ghi không nêu lô nào; số lượng được coi là không rõ nguồn gốc",
        "ghi số lô, hoặc khai cách xuất kho: nhập trước xuất trước, nhập sau xuất trước, bình quân …",
    ),
    (
        "RECORD_CONFLICT",
        "Cùng mã bản ghi nhưng nội dung khác",
        "đặt mã riêng cho từng bản ghi, hoặc hủy bản ghi sai",
    ),
    ("VOID_OF_NOTHING", "Bản hủy nêu một bản ghi không có", "kiểm tra mã của bản ghi bị hủy"),
    (
        "RETURNED_ABOVE_DELIVERED",
        "Khách trả lại nhiều hơn số đã giao; phần thừa được coi là không rõ nguồn gốc",
        "ghi lần giao, hoặc kiểm tra số lô, khách hàng và số lượng; hàng bán trước đầu kỳ thì ghi nhập kèm nguồn gốc",
    ),
    (
        "RETURN_OF_SEVERAL",
        "Hàng trả lại có thể thuộc nhiều lần giao của các phiên bản khác nhau của lô: lấy lần giao sau cùng, các lần khác có thể nằm bên trong",
        "ghi khách hàng, hoặc đặt số lô riêng cho phần nhập thêm vào lô",
    ),
    (
        "CIRCULAR_CONTAINMENT",
        "Kiện được đặt vào chính nó, trực tiếp hoặc qua kiện khác",
        "kiểm tra kiện nào ở ngoài",
    ),
    (
        "NOT_IN_CONTAINER",
        "Lấy ra khỏi kiện thứ không có trong đó",
        "ghi việc đóng kiện, hoặc kiểm tra số kiện",
    ),
    (
        "UNIT_WEIGHT_MISSING",
        "Vừa đếm cái vừa cân mà không khai một cái nặng bao nhiêu",
        "khai khối lượng một đơn vị của mặt hàng",
    ),
    (
        "SAME_TIME",
        "Thứ được lấy ra chỉ có nhờ bản ghi cùng thời điểm nằm phía dưới",
        "ghi giờ, hoặc ghi nhập trước xuất nếu thứ tự quan trọng",
    ),
    (
        "TIED_ORDER",
        "Nhập và xuất cùng một thời điểm: thứ tự bản ghi làm thay đổi kết quả",
        "ghi giờ, hoặc giữ bản ghi theo thứ tự đã xảy ra",
    ),
    (
        "NO_EXTERNAL_SOURCE",
        "Vòng lặp trong kỳ không nhận gì từ bên ngoài: không xác định được thành phần",
        "ghi tồn đầu kỳ đã có trong vòng lặp",
    ),
    (
        "ALLOCATION_MISSING",
        "Lệnh ra nhiều mặt hàng mà chưa khai cách chia carbon",
        "khai cách phân bổ của công đoạn: theo khối lượng, theo trọng số, hoặc phế liệu bằng không",
    ),
    (
        "COMPOSITION_UNBALANCED",
        "Thành phần đã khai không cho ra số lượng đã nhập kho",
        "kiểm tra tỷ lệ và số lượng; trước đó thành phần được coi là không rõ",
    ),
    (
        "BALANCE_DIFFERS",
        "Số tồn ghi trên thẻ kho khác với số tính từ các dòng",
        "tìm dòng bị thiếu hoặc ghi hai lần ở phía trên",
    ),
    (
        "QUANTITY_ROUNDED",
        "Số lượng không tròn miligam, cái hoặc microlit; đã làm tròn nửa về chẵn",
        "không cần làm gì nếu số lượng không cần chính xác tuyệt đối",
    ),
    (
        "NOT_IN_TRACE",
        "Không bản ghi nào liên quan đến điều được hỏi",
        "kiểm tra số lô hoặc chứng từ; `trace.follow` liệt kê mọi lô",
    ),
];
