//! Ranh giới tổ chức, chứng chỉ năng lượng, pháp luật, thống kê.

use super::Said;

pub(super) const CODES: &[Said] = &[
    (
        "UNCERTAINTY_LARGE",
        "Độ không chắc chắn lớn hơn mức mà phương pháp 1 còn đúng",
        "dùng phương pháp 2 và tìm dữ liệu tốt hơn ở nơi có phương sai lớn",
    ),
    (
        "UNCERTAINTY_UNSTATED",
        "Một phần phát thải không ghi độ không chắc chắn và được coi là chính xác",
        "điền cột độ không chắc chắn, ghi khoảng trong bộ hệ số, hoặc nêu quy tắc cho hạng mục và hệ số",
    ),
    (
        "RULE_MISSING",
        "Không gói nào có quy định còn hiệu lực mà câu hỏi cần",
        "hỏi cho một ngày mà quy định có hiệu lực, hoặc nạp gói loại `rules` của nước đó",
    ),
    (
        "RULE_AMBIGUOUS",
        "Nhiều quy định còn hiệu lực trả lời cùng một câu hỏi",
        "ghi quy định bị thay thế ở cột `supersedes` của quy định mới",
    ),
    (
        "DECLARATION_MISSING",
        "Thiếu một nội dung mà báo cáo phải có, hoặc nội dung trái với số liệu",
        "điền nội dung mà đường dẫn chỉ ra",
    ),
    (
        "CHECK_OPEN",
        "Một nội dung kiểm soát chất lượng không đạt, chưa làm, hoặc chưa giải thích",
        "thực hiện và ghi người làm, ngày, nhận xét; giải thích điều đã phát hiện",
    ),
    (
        "FACTOR_ORDER",
        "Hệ số lấy từ nguồn không có trong thứ tự ưu tiên của văn bản",
        "dùng hệ số của nguồn mà văn bản nêu, hoặc hệ số riêng kèm văn bản chấp thuận",
    ),
    (
        "OUTSIDE_REPORT",
        "Hoạt động trong sổ không thuộc phạm vi báo cáo này",
        "không cần làm gì; báo cáo trình bày riêng",
    ),
    (
        "CANNOT_REPORT",
        "Các năm hoặc các lựa chọn không lập thành một báo cáo",
        "nhập một năm hoặc hai năm liền kề; không khai báo chuẩn và kỳ",
    ),
    (
        "SHARE_OUT_OF_RANGE",
        "Tỷ lệ hoặc hiệu suất không nằm giữa 0 và 1, hoặc các tỷ lệ cộng lại khác 1",
        "ghi tỷ lệ dạng phân số thập phân: 0.85 cho 85 %",
    ),
    ("BAD_INSTRUMENT", "Danh mục chứng chỉ, hợp đồng sai cấu trúc", "sửa danh mục ở chỗ mà lỗi nêu"),
    (
        "INSTRUMENT_UNKNOWN",
        "Dòng ghi một chứng chỉ hoặc hợp đồng không có trong danh mục",
        "thêm vào danh mục, hoặc sửa cột chứng chỉ",
    ),
    (
        "INSTRUMENT_NOT_APPLIED",
        "Chứng chỉ hoặc hợp đồng không đạt một tiêu chí, dòng dùng nguồn hệ số kế tiếp",
        "kiểm tra thị trường, thời gian phát điện, việc hủy và loại năng lượng",
    ),
    (
        "GENERATION_ABOVE_VOLUME",
        "Điện phát ra nhiều hơn khối lượng trong danh mục; các khoảng thời gian chia khối lượng theo tỷ lệ",
        "không cần gì, nếu chỉ mua một phần; nếu không, sửa khối lượng",
    ),
    (
        "NO_HOURLY_FACTOR",
        "Một số khoảng thời gian không có hệ số theo giờ, dùng hệ số của gói dữ liệu",
        "bổ sung giá trị, hoặc công bố phần tính bằng hệ số thô hơn",
    ),
    ("BAD_ORGANISATION", "Khai báo tổ chức sai cấu trúc", "sửa khai báo tổ chức ở chỗ mà lỗi nêu"),
    (
        "UNKNOWN_SITE",
        "Tổ chức không có cơ sở ghi ở dòng này",
        "thêm cơ sở vào tổ chức, bằng `id` hoặc trong `aliases`; không dòng nào mặc nhiên được tính 100 %",
    ),
    (
        "PERIOD_CROSSES_ENTITIES",
        "Thời gian của dòng thuộc nhiều pháp nhân, hoặc việc thuê cơ sở thay đổi trong đó",
        "tách dòng tại ngày thay đổi",
    ),
    (
        "SHARE_PRO_RATA",
        "Tỷ lệ thay đổi trong thời gian của dòng, dòng được chia theo số ngày",
        "tách dòng tại ngày thay đổi nếu biết lượng của từng phần",
    ),
    (
        "SHARE_ZERO",
        "Tỷ lệ của cơ sở bằng không, dòng không góp gì vào kết quả hợp nhất",
        "không cần làm gì; `boundary` có số liệu ở mức 100 %",
    ),
    (
        "LEASED_ASSET",
        "Phát thải của tài sản thuê được báo cáo ở phạm vi 3 theo cách hợp nhất",
        "nêu trong báo cáo tài sản thuê nào thuộc phạm vi 3 hạng mục 8 hoặc 13",
    ),
];
