//! CBAM: cơ sở, quá trình, hàng hóa, nhập khẩu.

use super::Said;

pub(super) const CODES: &[Said] = &[
    (
        "UNKNOWN_REFERENCE",
        "Mã tham chiếu không trỏ tới mục nào trong tài liệu",
        "ghi mã của một mục có trong tài liệu",
    ),
    (
        "CONTRADICTION",
        "Hai số liệu của tài liệu mâu thuẫn với nhau",
        "sửa một trong hai, hoặc bỏ một số liệu",
    ),
    (
        "BIOMASS_NOT_PROVEN",
        "Sinh khối chưa chứng minh tính bền vững được tính như nhiên liệu hóa thạch",
        "chứng minh tính bền vững của sinh khối, hoặc giữ nguyên cách tính",
    ),
    (
        "TRANSFER_NOT_SUBTRACTED",
        "CO2 chuyển giao vẫn tính là phát thải",
        "không cần làm gì, trừ khi khai sai nơi nhận hoặc cách giám sát",
    ),
    (
        "OUTSIDE_BOUNDARY",
        "Nguồn, công đoạn hoặc khí nằm ngoài ranh giới hệ thống của quá trình",
        "gán cho `outside`",
    ),
    ("OUTPUT_MISSING", "Quá trình không có sản phẩm", "ghi sản phẩm của quá trình với lượng lớn hơn không"),
    (
        "PROCESS_MIXED",
        "Các hàng hóa cần quá trình riêng lại chung một quá trình",
        "lập một quá trình cho mỗi đơn vị chức năng và nhóm hàng",
    ),
    (
        "REGIME_OF_OTHER_PERIOD",
        "Kỳ báo cáo của một chế độ được tính theo quy tắc của chế độ kia",
        "bỏ `regime`, trừ khi muốn so sánh",
    ),
    (
        "ATTRIBUTION_NEGATIVE",
        "Phát thải gán dưới không, điều mà giai đoạn chuyển tiếp cho phép",
        "kiểm tra những gì ra khỏi quá trình",
    ),
    (
        "BASIS_NOT_ALLOWED",
        "Căn cứ của hệ số điện chỉ có trong giai đoạn chuyển tiếp",
        "ghi thiết bị năng lượng, hoặc căn cứ mà quy tắc chính thức biết",
    ),
    (
        "ESTIMATES_ABOVE_LIMIT",
        "Phần phát thải dựa trên ước tính và giá trị mặc định lớn hơn mức giai đoạn chuyển tiếp cho phép",
        "hỏi nhà cung cấp tiền chất giá trị đo",
    ),
    (
        "ELEMENT_UNKNOWN",
        "Một phần tử của tệp không có trong danh mục phần tử: không được lấy",
        "xem nội dung của nó có thuộc phần tử khác không",
    ),
    ("ELEMENT_MISFIT", "Nội dung không hợp với phần tử", "ghi theo đúng danh mục phần tử"),
    ("QUANTITIES_DIFFER", "Các lượng của cùng một hàng hóa khác nhau", "sửa lại các lượng"),
    (
        "TEMPLATE_UNKNOWN",
        "Bảng tính không phải là mẫu trao đổi thông tin cho cơ sở",
        "đưa bảng tính của Ủy ban đã điền, giữ nguyên các trang",
    ),
    (
        "TEMPLATE_VERSION",
        "Mẫu thuộc phiên bản hoặc ngôn ngữ chưa biết các ô",
        "chép các mục vào phiên bản tiếng Anh 2.1.1",
    ),
    (
        "TEMPLATE_CELL_UNUSED",
        "Một ô đã điền không dùng được vào việc gì",
        "xem mục này có thuộc ô khác không",
    ),
    ("TEMPLATE_CELL_BAD", "Ô không chứa điều phải có ở đó", "sửa mục trong mẫu"),
    (
        "TEMPLATE_ALTERED",
        "Ô mà mẫu tự tính lại có số nhập tay, hoặc kết quả không có trong tệp",
        "khôi phục công thức, mở và lưu bảng tính bằng phần mềm bảng tính",
    ),
    (
        "TEMPLATE_BALANCE",
        "Các lượng trong mẫu không cân bằng",
        "sửa các lượng: số kiểm tra của mẫu phải bằng không",
    ),
    (
        "TEMPLATE_ASSUMED",
        "Mẫu để ngỏ điều đã được đọc theo một cách",
        "kiểm tra tài liệu đã lập, sửa nếu người vận hành muốn nói khác",
    ),
    (
        "TEMPLATE_DIFFERS",
        "Con số mẫu hiển thị khác với kết quả từ các mục đã điền",
        "mở và lưu bảng tính bằng phần mềm bảng tính; tìm công thức bị ghi đè",
    ),
    (
        "PROCESS_SPLIT",
        "Một mặt hàng được sản xuất ở nhiều quá trình của cơ sở",
        "gộp mọi công nghệ của mặt hàng vào một quá trình",
    ),
    (
        "PRECURSOR_NOT_RELEVANT",
        "Tiền chất không có trong danh mục của nhóm hàng",
        "bỏ khỏi đầu vào nếu là nguyên liệu chứ không phải tiền chất",
    ),
    ("FLOWS_EXCEED_OUTPUT", "Lượng sử dụng lớn hơn lượng có", "sửa lượng sử dụng hoặc lượng sản xuất"),
    (
        "LOOP_WITHOUT_OUTPUT",
        "Các quá trình cấp cho nhau mà không có gì ra khỏi vòng",
        "kiểm tra lượng sử dụng và sản xuất: vòng phải có đầu ra",
    ),
    (
        "LOOP_NOT_SETTLED",
        "Các quá trình cấp cho nhau và gần như không có gì ra khỏi vòng nên số liệu không hội tụ",
        "kiểm tra các lượng: vòng phải có đầu ra; vòng đến 64 quá trình được giải bằng phân số",
    ),
    (
        "FLOW_TO_ITSELF",
        "Quá trình dùng chính sản phẩm của mình",
        "không cần làm gì nếu đúng như vậy; nếu không thì sửa bên dùng hoặc bên cung cấp",
    ),
    (
        "ATTRIBUTION_FLOORED",
        "Phát thải gán dưới không được tính bằng không",
        "kiểm tra những gì ra khỏi quá trình",
    ),
    (
        "ENERGY_UNATTRIBUTED",
        "Nhiệt hoặc điện của thiết bị năng lượng không có nơi nhận",
        "ghi nơi nhận, hoặc phần ra khỏi cơ sở",
    ),
    (
        "NOT_VERIFIED",
        "Số liệu thực tế của tiền chất không có báo cáo thẩm định",
        "ghi tổ chức và báo cáo thẩm định, hoặc dùng giá trị mặc định",
    ),
    (
        "COUNTRY_UNKNOWN",
        "Không biết nước sản xuất tiền chất nên dùng giá trị cao nhất",
        "tìm nước sản xuất tiền chất",
    ),
    ("ASSUMED_EFFICIENCY", "Hiệu suất theo quy định thay cho hiệu suất chưa đo", "đo hiệu suất của thiết bị"),
    (
        "BAD_CN_CODE",
        "Không phải mã của Danh mục kết hợp (CN)",
        "ghi tám chữ số như trong tờ khai hải quan, ví dụ `7207 11 14`; mã mười chữ số (TARIC) cũng đọc được",
    ),
    (
        "GOOD_NOT_IN_SCOPE",
        "Hàng không có trong Phụ lục I của Quy định (EU) 2023/956: không có nghĩa vụ",
        "kiểm tra mã; bỏ dòng nếu đúng là hàng khác",
    ),
    (
        "ORIGIN_EXEMPT",
        "Nước xuất xứ không có nghĩa vụ: thuộc Liên minh, hoặc được Phụ lục III miễn",
        "không cần làm gì nếu xuất xứ đúng: dòng không tính vào ngưỡng và chứng chỉ",
    ),
    (
        "DEFAULT_MISSING",
        "Văn bản không có giá trị mặc định cho hàng này",
        "dùng số liệu thực tế của cơ sở sản xuất, hoặc kiểm tra mã: mã đổi theo năm",
    ),
    (
        "DEFAULT_FROM_OTHER",
        "Bảng của nước không có giá trị cho hàng này, nên lấy cả dòng từ bảng các nước khác",
        "không cần làm gì; số liệu thực tế của cơ sở sẽ thay thế",
    ),
    (
        "DEFAULT_NOT_COMPARED",
        "Giá trị mặc định chưa từng được so với bản sửa của văn bản",
        "so giá trị với Phụ lục I của Quy định thực hiện (EU) 2026/1740 trước khi dùng để quyết định về tiền",
    ),
    (
        "BENCHMARK_MISSING",
        "Không có mức chuẩn cho hàng, cột, quy trình và năm sản xuất này",
        "nạp gói loại `cbam-benchmarks` có bản của năm đó",
    ),
    (
        "ROUTE_MISSING",
        "Mức chuẩn phụ thuộc quy trình sản xuất mà không có gì cho biết",
        "điền cột `route` bằng ký hiệu của quy trình sản xuất",
    ),
    (
        "ROUTE_READ",
        "Ký hiệu trong văn bản không hợp với hàng, nên được đọc theo loại thép của hàng",
        "kiểm tra ký hiệu trong bản đang có hiệu lực; điền cột `route` nếu đúng là ký hiệu khác",
    ),
    (
        "FIGURE_MISSING",
        "Không có con số loại này còn hiệu lực vào ngày đó",
        "nêu con số trong yêu cầu, hoặc nạp gói loại `cbam-figures` có nó",
    ),
    (
        "ACTUAL_MISSING",
        "Cần số liệu thực tế mà cơ sở không có số liệu dùng được cho hàng và năm này",
        "bổ sung số liệu của cơ sở vào `installations`, hoặc dùng giá trị mặc định",
    ),
    (
        "BAD_ACTUAL",
        "Số liệu của cơ sở không dùng được như hiện tại",
        "sửa số liệu của cơ sở tại chỗ mà phát hiện nêu",
    ),
    (
        "ACTUAL_NOT_VERIFIED",
        "Số liệu thực tế chưa được tổ chức công nhận thẩm tra: có tính ở đây nhưng không được kê khai",
        "cho thẩm tra số liệu, hoặc dùng giá trị mặc định khi kê khai",
    ),
    (
        "FIGURES_INCOMPLETE",
        "Có lỗi làm thiếu số liệu trong báo cáo của cơ sở, nên chưa có gì để giao cho nhà nhập khẩu",
        "sửa các phát hiện của `cbam.embedded` trước",
    ),
    (
        "BAD_KEY",
        "Văn bản không phải là khóa, hoặc không phải khóa loại này",
        "đưa Multikey hoặc 64 chữ số thập lục phân",
    ),
    (
        "BAD_SEAL",
        "Tài liệu không thể niêm phong, hoặc bằng chứng của nó không kiểm tra được",
        "đề nghị tác giả gửi tài liệu niêm phong bằng `eddsa-jcs-2022`",
    ),
    (
        "SEAL_BROKEN",
        "Chữ ký không khớp tài liệu: một trong hai đã bị đổi, hoặc được ký bằng khóa khác",
        "đề nghị tác giả gửi lại tài liệu; không dùng số liệu của nó",
    ),
    (
        "BAD_BUNDLE",
        "Gói không đúng hình thức, hoặc có tài liệu không thể đưa vào gói",
        "đề nghị tác giả gửi lại gói; không dùng số liệu của nó",
    ),
    (
        "LEAF_BROKEN",
        "Một mục của gói không còn như lúc niêm phong",
        "đề nghị tác giả gửi lại gói; không dùng số liệu của nó",
    ),
    (
        "TREE_BROKEN",
        "Các mục không tạo ra gốc đã niêm phong: có mục bị thêm, bớt, chuyển chỗ hoặc sửa",
        "đề nghị tác giả gửi lại gói; không dùng số liệu của nó",
    ),
    (
        "CHAIN_BROKEN",
        "Gói không nối tiếp gói trước nó",
        "đưa mọi phiên bản của gói, cũ nhất trước, và hỏi tác giả những phiên bản còn thiếu",
    ),
    (
        "KEY_NOT_TRUSTED",
        "Niêm phong còn nguyên, nhưng chưa ai xác nhận khóa là của tác giả",
        "hỏi tác giả khóa bằng đường khác, rồi khai là khóa tin cậy",
    ),
    (
        "LAW_OPEN",
        "Khoản điều chỉnh dựa trên dự thảo văn bản, hoặc trên cách hiểu chưa thống nhất",
        "kiểm tra xem văn bản đã được ban hành chưa trước khi dùng để quyết định về tiền",
    ),
];
