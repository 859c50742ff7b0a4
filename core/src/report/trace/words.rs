//! Words of traces in both languages.

use super::super::Lang;

words! {
    title = "Lots and what they are made of" | "Các lô và thành phần của chúng";
    back = "Where it comes from" | "Nguồn gốc";
    forward = "Where it went" | "Nơi đến";
    records = "Records" | "Bản ghi";
    excluded = "Records left out" | "Bản ghi bị loại";
    voided = "Records taken back" | "Bản ghi bị hủy";
    versions = "Versions of lots" | "Phiên bản lô";
    runs = "Runs" | "Lệnh sản xuất";
    lots = "Lots" | "Các lô";
    item = "Item" | "Mã hàng";
    lot = "Lot" | "Lô";
    store = "Store" | "Kho";
    date = "Date" | "Ngày";
    quantity = "Quantity" | "Số lượng";
    unit = "Unit" | "ĐVT";
    in_stock = "In stock" | "Tồn";
    origin = "Mass origin by country" | "Nguồn gốc khối lượng theo nước";
    carbon = "kg CO2e" | "kg CO2tđ";
    lots_note = "`?` is not known; `≥` is a lower bound; `UNKNOWN` is what nobody knows the origin of, and is never spread over the others. A number in brackets is the version of a lot that was added to." | "`?` là chưa biết; `≥` là cận dưới; `UNKNOWN` là phần không rõ nguồn gốc và không bao giờ được chia cho các phần khác. Số trong ngoặc là phiên bản của lô được nhập thêm.";
    balance = "What became of each item" | "Nhập xuất tồn";
    opening = "Opening" | "Đầu kỳ";
    received = "Received" | "Nhập";
    produced = "Produced" | "Sản xuất";
    consumed = "Consumed" | "Xuất dùng";
    shipped = "Shipped" | "Giao hàng";
    scrapped = "Scrapped" | "Hủy";
    missing = "Missing" | "Thiếu";
    gaps = "Open questions" | "Câu hỏi còn mở";
    no_gaps = "none" | "không có";
    asked = "Asked" | "Hỏi về";
    found = "Lots, runs and deliveries on the way" | "Số lô, lệnh và lần giao trên đường đi";
    one_back = "One step back" | "Một bước trước";
    one_forward = "One step forward" | "Một bước sau";
    mass = "Mass origin" | "Nguồn gốc khối lượng";
    mass_note = "Of the last version that was asked about, or of all that left by the document. Shares add up to 100 %. “At most” counts what is unknown in." | "Của phiên bản cuối cùng được hỏi, hoặc của toàn bộ hàng đi theo chứng từ. Các phần cộng lại bằng 100 %. “Nhiều nhất” tính cả phần chưa biết.";
    by_country = "by country" | "theo nước";
    by_supplier = "by supplier" | "theo nhà cung cấp";
    by_heat = "by heat" | "theo số mẻ";
    label = "Origin" | "Nguồn";
    percent = "Per cent" | "Phần trăm";
    most = "At most" | "Nhiều nhất";
    sources = "What came in" | "Những gì đã nhập";
    supplier = "Supplier" | "Nhà cung cấp";
    country = "Country" | "Nước";
    heat = "Heat" | "Số mẻ";
    document = "Document" | "Chứng từ";
    record = "Record" | "Bản ghi";
    possible = "Possible origin: everything that may be inside" | "Nguồn gốc có thể: tất cả những gì có thể nằm bên trong";
    possible_unknown = "Something of unknown origin may be inside, too: the list is not all." | "Có thể còn phần không rõ nguồn gốc: danh sách chưa đầy đủ.";
    countries = "Countries" | "Nước";
    suppliers = "Suppliers" | "Nhà cung cấp";
    heats = "Heats" | "Số mẻ";
    plots = "Plots" | "Lô đất, mỏ";
    documents = "Documents" | "Chứng từ";
    holding = "Lots that it may be in" | "Các lô có thể chứa";
    holds = "Holds" | "Chứa";
    deliveries = "What left" | "Hàng đã đi";
    customer = "Customer" | "Khách hàng";
    party = "Supplier, customer" | "Nhà cung cấp, khách hàng";
    flow = "Flow" | "Dòng chảy";
    flow_note = "Widths are quantities; dashed lines are not known or perhaps nothing. The table below says the same." | "Độ rộng là số lượng; nét đứt là chưa biết hoặc có thể không có gì. Bảng dưới nói điều tương tự.";
    timeline = "In the order of time" | "Theo thời gian";
    steps = "Steps" | "Các bước";
    kind = "Kind" | "Loại";
    kind_lot = "lot" | "lô";
    kind_source = "came in" | "nhập";
    kind_run = "run" | "lệnh";
    kind_delivery = "left" | "xuất";
    kind_container = "container" | "kiện";
    kind_unknown = "unknown" | "không rõ";
    more = "more are not listed" | "bước nữa không liệt kê";
    not_drawn = "steps that are further away are not drawn" | "bước ở xa hơn không được vẽ";
    seen = "see above" | "xem ở trên";
    returned = "Came back" | "Khách trả lại";
    sent_back = "Sent back" | "Trả nhà cung cấp";
    gained = "Counted more" | "Kiểm kê thừa";
    shrunk = "Counted less" | "Kiểm kê thiếu";
    in_lots = "In stock by lots" | "Tồn theo lô";
    unknown_records = "Records without quantity" | "Bản ghi không có số lượng";
    version = "Version" | "Phiên bản";
    run = "Run" | "Lệnh sản xuất";
    way = "Way" | "Cách có";
    carbon_state = "Carbon" | "Carbon";
    whole = "all of it" | "đầy đủ";
    lower_bound = "lower bound" | "cận dưới";
    per_unit = "kg CO2e per unit" | "kg CO2tđ/đơn vị";
    shares = "Origin of lots" | "Nguồn gốc các lô";
    share = "Share" | "Tỷ lệ";
    files = "Files" | "Tệp";
    file = "File" | "Tệp";
    sheet = "Sheet" | "Trang tính";
    summary = "Answer" | "Trả lời";
    from_step = "From step" | "Từ bước";
    to_step = "To step" | "Đến bước";
    certainty = "Certainty" | "Độ chắc chắn";
    links = "Links" | "Liên kết";
    number = "No." | "STT";
    depth = "Depth" | "Bậc";
    plot = "Plot, mine" | "Lô đất, mỏ";
    book_note = "A spreadsheet keeps 15 digits: numbers are rounded half-even to them, and exact figures that need more stay texts. An empty quantity is not known." | "Bảng tính chỉ giữ 15 chữ số: số được làm tròn nửa về chẵn đến mức đó, số chính xác dài hơn giữ ở dạng chữ. Số lượng để trống là chưa biết.";
    code = "Code" | "Mã";
}

impl Words {
    pub(super) fn kind<'w>(&'w self, kind: &'w str) -> &'w str {
        match kind {
            "lot" => self.kind_lot,
            "source" => self.kind_source,
            "run" => self.kind_run,
            "delivery" => self.kind_delivery,
            "container" => self.kind_container,
            "unknown" => self.kind_unknown,
            other => other,
        }
    }
}
