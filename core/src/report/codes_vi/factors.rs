//! Ý nghĩa của dòng, gói hệ số, chọn hệ số, phương pháp tính.

use super::Said;

pub(super) const CODES: &[Said] = &[
    ("MISSING_ACTIVITY", "Dòng không ghi hoạt động", "ghi tên hoạt động, ví dụ `điện lưới`"),
    (
        "IMPLAUSIBLE_FACTOR",
        "Hệ số cho nhiều CO2 hơn lượng các-bon có thể cháy",
        "kiểm tra đơn vị và lũy thừa của 10: một kilôgam các-bon nguyên chất cho 44/12 kg CO2",
    ),
    (
        "PARTIAL_GASES",
        "Hệ số không có đủ CO2, CH4 và N2O",
        "thêm hệ số cho khí còn thiếu, hoặc nêu rõ rằng kết quả chưa có các khí này",
    ),
    (
        "AMBIGUOUS_ACTIVITY",
        "Từ này chỉ nhiều hoạt động",
        "viết mã của hoạt động, hoặc điền cột hạng mục để chỉ còn một hoạt động",
    ),
    (
        "UNKNOWN_ACTIVITY",
        "Không gói nào biết hoạt động này",
        "dùng một tên mà `emitrace factors search` tìm thấy, hoặc nạp gói có hoạt động đó",
    ),
    (
        "UNKNOWN_CATEGORY",
        "Không có phạm vi hoặc hạng mục này",
        "dùng phạm vi 1, 2 hoặc 3 và hạng mục thuộc phạm vi đó",
    ),
    (
        "UNKNOWN_QUALITY",
        "Ô chất lượng dữ liệu không đọc được; dòng vẫn được tính",
        "ghi một từ như `đo đạc`, `tính toán`, `ước tính`, một điểm từ 1 đến 5, hoặc năm điểm như `2-1-3-2-1` (công nghệ, thời gian, địa lý, đầy đủ, tin cậy)",
    ),
    (
        "BAD_UNCERTAINTY",
        "Ô độ không chắc chắn không đọc được; dòng vẫn được tính",
        "ghi nửa khoảng 95 % theo phần trăm (`5 %`), hai phía (`-10/+20 %`), hoặc hai đầu khoảng theo đơn vị của số lượng (`950..1080`)",
    ),
    ("MISSING_SCOPE", "Dòng không ghi phạm vi", "điền cột phạm vi và hạng mục"),
    ("UNKNOWN_VALUE", "Giá trị không có trong danh mục của cột", "dùng một giá trị mà cột cho phép"),
    ("UNKNOWN_PLACE", "Không biết mã nơi chốn này", "dùng mã ISO 3166 như `VN` hoặc `VN-HN`"),
    ("UNKNOWN_GAS", "Không biết loại khí này", "dùng tên như `CO2`, `CH4`, `HFC-134a`, `R-410A`"),
    ("MISSING_GWP", "Bộ GWP không có giá trị cho khí này", "chọn bộ có khí đó, hoặc báo cáo theo khối lượng"),
    (
        "MIXED_GWP_SETS",
        "Tổng có phần CO2e tính theo bộ GWP khác",
        "nêu rõ phần đó trong báo cáo, hoặc chọn hệ số ghi riêng từng khí",
    ),
    ("BAD_PACK", "Gói hệ số sai cấu trúc", "sửa gói; `emitrace factors check` liệt kê mọi lỗi"),
    (
        "IMPORT_LAYOUT",
        "Tệp không có bố cục mà định dạng nhập yêu cầu",
        "kiểm tra định dạng và tệp; `emitrace factors formats` cho biết mỗi định dạng đọc gì",
    ),
    ("NOT_IMPORTED", "Giá trị của tệp cố ý không đưa vào gói", "không cần làm gì; thông báo nêu lý do"),
    (
        "REFERENCE_MISSING",
        "Bộ dữ liệu tham chiếu đến bộ dữ liệu khác không có trong gói",
        "xuất lại bộ dữ liệu cùng mọi bộ dữ liệu mà nó tham chiếu",
    ),
    (
        "LICENCE_UNCLEAR",
        "Bộ dữ liệu được bảo hộ, bị hạn chế, hoặc không nêu có được phép dùng hay không",
        "hỏi chủ sở hữu dữ liệu trước khi dùng hoặc chuyển hệ số cho người khác; gói mang giấy phép mà bạn khai",
    ),
    (
        "SPLIT_NOT_TOTAL",
        "Tổng các khí của hệ số không bằng tổng đã in",
        "không cần làm gì: gói giữ tổng đã in, cố định theo bộ GWP của nó",
    ),
    (
        "PACK_DIGEST",
        "Bảng của gói không khớp mã kiểm chứng",
        "bảng đã sửa là ấn bản mới: đặt ấn bản và mã kiểm chứng mới",
    ),
    (
        "FACTOR_MISSING",
        "Không có hệ số phù hợp",
        "nạp gói có hệ số cho hoạt động, nơi, thời gian và đơn vị này, hoặc ghi tên hệ số ở cột hệ số",
    ),
    ("FACTOR_AMBIGUOUS", "Nhiều hệ số cùng phù hợp", "ghi rõ hệ số ở cột hệ số, hoặc sắp thứ tự các nguồn"),
    ("FACTOR_UNKNOWN", "Hệ số được nêu không tồn tại", "viết mã theo dạng `gói/hệ-số`"),
    ("FACTOR_NOT_MULTIPLIER", "Đây là hệ số hiệu chỉnh, không nhân với lượng", "dùng một hệ số phát thải"),
    ("PROXY_YEAR", "Dùng hệ số của năm khác thay thế", "thay khi hệ số của năm được công bố"),
    ("PROXY_PLACE", "Dùng hệ số của nơi khác thay thế", "thay khi có hệ số của nơi đó"),
    (
        "NO_RESIDUAL_MIX",
        "Kết quả theo thị trường dùng hệ số lưới vì không có hệ số phần dư",
        "công bố rằng nơi đó chưa có hệ số phần dư",
    ),
    ("DECLARED_NEGLIGIBLE", "Nguồn coi lượng phát thải là không đáng kể", "không cần làm gì; báo cáo đã nêu"),
    ("FACTOR_ABSENT", "Nguồn để trống giá trị", "chọn hệ số khác: nguồn không in giá trị ở đây"),
    (
        "UPSTREAM_MISSING",
        "Không gói nào có hệ số phát thải thượng nguồn của dòng, phần đó không có trong kết quả",
        "nạp gói có hệ số, cho phép nơi thay thế bằng proxy_places, hoặc công bố phần bị thiếu",
    ),
    (
        "UPSTREAM_TWICE",
        "Sổ có dòng hạng mục 3.3 trong khi hạng mục này cũng được tính từ các dòng phạm vi 1 và 2",
        "bỏ dòng đó, hoặc tính không dùng lựa chọn `upstream`",
    ),
    (
        "TD_LOSSES_INCLUDED",
        "Hệ số lưới đã gồm tổn thất truyền tải, không thêm dòng tổn thất",
        "không cần làm gì; tổn thất nằm trong phạm vi 2 và không được tính lần nữa",
    ),
    (
        "TD_LOSSES_UNKNOWN",
        "Hệ số lưới không cho biết có gồm tổn thất truyền tải hay không, không thêm dòng tổn thất",
        "tìm hiểu từ nguồn và ghi rõ trong gói của mình (`td_losses`)",
    ),
    (
        "METHOD_NOT_ALLOWED",
        "Phương pháp không dùng được cho hạng mục hoặc hệ số này",
        "chọn phương pháp của hạng mục: `emitrace methods` liệt kê",
    ),
    (
        "PARAMETER_MISSING",
        "Dòng thiếu số hoặc từ mà phương pháp cần",
        "điền cột đó; `emitrace methods` cho biết mỗi phương pháp cần gì",
    ),
    (
        "PARAMETER_OUT_OF_RANGE",
        "Số nằm ngoài khoảng có nghĩa, ví dụ tỷ lệ trên 100 %",
        "kiểm tra số và đơn vị; tỷ lệ viết là 8 % hoặc 0,08",
    ),
    (
        "PARAMETER_UNUSED",
        "Cột được điền nhưng phương pháp của dòng không đọc",
        "để trống ô, hoặc ghi phương pháp có đọc cột đó",
    ),
    (
        "DOUBLE_DEFLATION",
        "Số tiền đã theo giá của năm gốc mà còn bị quy đổi giá lần nữa",
        "chỉ quy đổi giá một lần: hoặc số tiền đã theo giá năm gốc, hoặc có chỉ số giá",
    ),
    (
        "RATE_YEAR",
        "Tỷ giá của năm khác với năm mà chuỗi tính chi tiêu cần",
        "dùng tỷ giá của năm chi tiền, hoặc quy đổi giá theo đồng nội tệ trước",
    ),
    (
        "LOSSES_INCLUDED",
        "Tính tổn thất lưới bằng hệ số đã gồm tổn thất",
        "bỏ dòng này: với hệ số đó tổn thất đã nằm trong phạm vi 2",
    ),
    (
        "AVOIDED_EMISSIONS",
        "Phát thải tránh được sẽ làm giảm hạng mục chất thải",
        "dùng hệ số không có phần tránh được: phần đó trình bày riêng",
    ),
    ("DOUBLE_COUNT", "Cùng một lượng phát thải có mặt hai lần", "giữ dòng trong một hạng mục"),
    (
        "NEGATIVE_BALANCE",
        "Môi chất lạnh ra khỏi cân bằng nhiều hơn lượng có trong đó",
        "tìm phiếu mua hoặc tồn đầu kỳ còn thiếu",
    ),
];
