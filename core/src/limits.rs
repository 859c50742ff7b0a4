//! Every bound on the size of an input, in one place.
//!
//! A size is checked before memory is taken for it, so that no input can exhaust the machine.

/// Every bound on input size, in one place.
///
/// # Example
/// ```
/// use emitrace::limits::Limits;
///
/// let limits = Limits::default().with_columns(40);
/// assert_eq!(limits.columns, 40);
/// assert_eq!(limits.field_bytes, 65_536);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of one input file.
    pub bytes: u64,
    /// Data rows of one input file.
    pub rows: u64,
    /// Columns of a table.
    pub columns: usize,
    /// Bytes of one field, as written between its delimiters.
    pub field_bytes: usize,
    /// Bytes of one record; also how far a quote may stay open.
    pub record_bytes: usize,
    /// Record identifiers compared for duplicates.
    pub ids: usize,
    /// Findings listed in full; more are counted.
    pub findings: usize,
    /// Distinct names watched for near-equal spellings.
    pub names: usize,
    /// Cells of a view of the result.
    pub groups: usize,
    /// Answers remembered for rows that say the same; past it they are worked out anew.
    pub answers: usize,
    /// Lines of one ledger that are held to be compared with another ledger.
    pub compared: usize,
    /// Rows of a ledger that one answer lists.
    pub listed_rows: usize,
    /// Masses of lines that are written into one workbook.
    pub workbook_lines: usize,
    /// Values of all time series of a request.
    pub series_values: usize,
    /// Nesting of a JSON request.
    pub json_depth: usize,
    /// Facts of one report, those of earlier years included.
    pub facts: usize,
    /// Bytes of a JSON request.
    pub request_bytes: usize,
    /// Bytes of a factor pack.
    pub pack_bytes: usize,
    /// Rows of a factor pack.
    pub pack_rows: usize,
    /// Parts of a workbook's archive.
    pub zip_entries: usize,
    /// Parts of an archive of data sets, one file each.
    pub package_entries: usize,
    /// Bytes of the file of a workbook or of a package of data sets.
    pub workbook_bytes: usize,
    /// Bytes that the parts of an archive inflate to, those that are read taken together.
    pub inflated_bytes: u64,
    /// How many times as large a part of a workbook may become, from 1 MiB on.
    pub inflate_ratio: u64,
    /// Rows of a sheet.
    pub sheet_rows: u32,
    /// Columns of a sheet that hold anything.
    pub sheet_columns: u32,
    /// Cells of a sheet.
    pub sheet_cells: u64,
    /// Merged ranges of a sheet.
    pub sheet_merges: usize,
    /// Bytes of text in a sheet, shared texts counted where they are used.
    pub sheet_text_bytes: u64,
    /// Production processes of an installation.
    pub processes: usize,
    /// Production processes that feed each other in one loop.
    pub loop_processes: usize,
    /// Processes of a supply graph.
    pub supply_processes: usize,
    /// Flows of a supply graph.
    pub supply_flows: usize,
    /// Records of a trace.
    pub trace_records: usize,
    /// Links between the lots of a trace.
    pub trace_links: usize,
    /// Labels of all lots of a trace together; each takes 32 bytes.
    pub trace_parts: usize,
    /// Events of one document.
    pub events: usize,
    /// Nesting of XML.
    pub xml_depth: usize,
    /// Attributes of an XML element.
    pub xml_attributes: usize,
}

/// A workbook is held as a whole; a browser has less memory for it.
const WORKBOOK: usize = if cfg!(target_family = "wasm") { 64 << 20 } else { 256 << 20 };
/// What a workbook inflates to, likewise.
const INFLATED: u64 = if cfg!(target_family = "wasm") { 64 << 20 } else { 256 << 20 };

/// An event takes about 150 bytes, with its texts and findings up to a kilobyte.
const EVENTS: usize = if cfg!(target_family = "wasm") { 1_000_000 } else { 10_000_000 };

/// A value of a time series takes 16 bytes.
const SERIES: usize = if cfg!(target_family = "wasm") { 4 << 20 } else { 16 << 20 };

/// Labels of lots are held as a whole, too.
const TRACE_PARTS: usize = if cfg!(target_family = "wasm") { 16 << 20 } else { 128 << 20 };

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 64 << 30,
            rows: 1_000_000_000,
            columns: 256,
            field_bytes: 65_536,
            record_bytes: 1 << 20,
            ids: 1_000_000,
            findings: 1_000,
            names: 100_000,
            groups: 250_000,
            answers: 20_000,
            compared: 1_000_000,
            listed_rows: 100_000,
            workbook_lines: 100_000,
            series_values: SERIES,
            json_depth: 64,
            facts: 20_000,
            request_bytes: 256 << 20,
            pack_bytes: 64 << 20,
            pack_rows: 200_000,
            zip_entries: 2_000,
            package_entries: 200_000,
            workbook_bytes: WORKBOOK,
            inflated_bytes: INFLATED,
            inflate_ratio: 200,
            sheet_rows: 1_048_576,
            sheet_columns: 1_024,
            sheet_cells: 20_000_000,
            sheet_merges: 65_536,
            sheet_text_bytes: 1 << 30,
            processes: 1_000,
            loop_processes: 64,
            supply_processes: 10_000_000,
            supply_flows: 100_000_000,
            trace_records: 20_000_000,
            trace_links: 100_000_000,
            trace_parts: TRACE_PARTS,
            events: EVENTS,
            xml_depth: 64,
            xml_attributes: 256,
        }
    }
}

impl Limits {
    /// The same limits with another bound for [`bytes`](Limits::bytes).
    #[must_use]
    pub fn with_bytes(mut self, bytes: u64) -> Limits {
        self.bytes = bytes;
        self
    }

    /// The same limits with another bound for [`rows`](Limits::rows).
    #[must_use]
    pub fn with_rows(mut self, rows: u64) -> Limits {
        self.rows = rows;
        self
    }

    /// The same limits with another bound for [`columns`](Limits::columns).
    #[must_use]
    pub fn with_columns(mut self, columns: usize) -> Limits {
        self.columns = columns;
        self
    }

    /// The same limits with another bound for [`field_bytes`](Limits::field_bytes).
    #[must_use]
    pub fn with_field_bytes(mut self, field_bytes: usize) -> Limits {
        self.field_bytes = field_bytes;
        self
    }

    /// The same limits with another bound for [`record_bytes`](Limits::record_bytes).
    #[must_use]
    pub fn with_record_bytes(mut self, record_bytes: usize) -> Limits {
        self.record_bytes = record_bytes;
        self
    }

    /// The same limits with another bound for [`ids`](Limits::ids).
    #[must_use]
    pub fn with_ids(mut self, ids: usize) -> Limits {
        self.ids = ids;
        self
    }

    /// The same limits with another bound for [`findings`](Limits::findings).
    #[must_use]
    pub fn with_findings(mut self, findings: usize) -> Limits {
        self.findings = findings;
        self
    }

    /// The same limits with another bound for [`names`](Limits::names).
    #[must_use]
    pub fn with_names(mut self, names: usize) -> Limits {
        self.names = names;
        self
    }

    /// The same limits with another bound for [`answers`](Limits::answers).
    #[must_use]
    pub fn with_answers(mut self, answers: usize) -> Limits {
        self.answers = answers;
        self
    }

    /// The same limits with another bound for [`groups`](Limits::groups).
    #[must_use]
    pub fn with_groups(mut self, groups: usize) -> Limits {
        self.groups = groups;
        self
    }

    /// The same limits with another bound for [`compared`](Limits::compared).
    #[must_use]
    pub fn with_compared(mut self, compared: usize) -> Limits {
        self.compared = compared;
        self
    }

    /// The same limits with another bound for [`series_values`](Limits::series_values).
    #[must_use]
    pub fn with_series_values(mut self, series_values: usize) -> Limits {
        self.series_values = series_values;
        self
    }

    /// The same limits with another bound for [`facts`](Limits::facts).
    #[must_use]
    pub fn with_facts(mut self, facts: usize) -> Limits {
        self.facts = facts;
        self
    }

    /// The same limits with another bound for [`json_depth`](Limits::json_depth).
    #[must_use]
    pub fn with_json_depth(mut self, json_depth: usize) -> Limits {
        self.json_depth = json_depth;
        self
    }

    /// The same limits with another bound for [`request_bytes`](Limits::request_bytes).
    #[must_use]
    pub fn with_request_bytes(mut self, request_bytes: usize) -> Limits {
        self.request_bytes = request_bytes;
        self
    }

    /// The same limits with another bound for [`pack_bytes`](Limits::pack_bytes).
    #[must_use]
    pub fn with_pack_bytes(mut self, pack_bytes: usize) -> Limits {
        self.pack_bytes = pack_bytes;
        self
    }

    /// The same limits with another bound for [`pack_rows`](Limits::pack_rows).
    #[must_use]
    pub fn with_pack_rows(mut self, pack_rows: usize) -> Limits {
        self.pack_rows = pack_rows;
        self
    }

    /// The same limits with another bound for [`zip_entries`](Limits::zip_entries).
    #[must_use]
    pub fn with_zip_entries(mut self, zip_entries: usize) -> Limits {
        self.zip_entries = zip_entries;
        self
    }

    /// The same limits with another bound for [`package_entries`](Limits::package_entries).
    #[must_use]
    pub fn with_package_entries(mut self, package_entries: usize) -> Limits {
        self.package_entries = package_entries;
        self
    }

    /// The same limits with another bound for [`workbook_bytes`](Limits::workbook_bytes).
    #[must_use]
    pub fn with_workbook_bytes(mut self, workbook_bytes: usize) -> Limits {
        self.workbook_bytes = workbook_bytes;
        self
    }

    /// The same limits with another bound for [`inflated_bytes`](Limits::inflated_bytes).
    #[must_use]
    pub fn with_inflated_bytes(mut self, inflated_bytes: u64) -> Limits {
        self.inflated_bytes = inflated_bytes;
        self
    }

    /// The same limits with another bound for [`inflate_ratio`](Limits::inflate_ratio).
    #[must_use]
    pub fn with_inflate_ratio(mut self, inflate_ratio: u64) -> Limits {
        self.inflate_ratio = inflate_ratio;
        self
    }

    /// The same limits with another bound for [`sheet_rows`](Limits::sheet_rows).
    #[must_use]
    pub fn with_sheet_rows(mut self, sheet_rows: u32) -> Limits {
        self.sheet_rows = sheet_rows;
        self
    }

    /// The same limits with another bound for [`sheet_columns`](Limits::sheet_columns).
    #[must_use]
    pub fn with_sheet_columns(mut self, sheet_columns: u32) -> Limits {
        self.sheet_columns = sheet_columns;
        self
    }

    /// The same limits with another bound for [`sheet_cells`](Limits::sheet_cells).
    #[must_use]
    pub fn with_sheet_cells(mut self, sheet_cells: u64) -> Limits {
        self.sheet_cells = sheet_cells;
        self
    }

    /// The same limits with another bound for [`sheet_merges`](Limits::sheet_merges).
    #[must_use]
    pub fn with_sheet_merges(mut self, sheet_merges: usize) -> Limits {
        self.sheet_merges = sheet_merges;
        self
    }

    /// The same limits with another bound for [`sheet_text_bytes`](Limits::sheet_text_bytes).
    #[must_use]
    pub fn with_sheet_text_bytes(mut self, sheet_text_bytes: u64) -> Limits {
        self.sheet_text_bytes = sheet_text_bytes;
        self
    }

    /// The same limits with another bound for [`processes`](Limits::processes).
    #[must_use]
    pub fn with_processes(mut self, processes: usize) -> Limits {
        self.processes = processes;
        self
    }

    /// The same limits with another bound for [`loop_processes`](Limits::loop_processes).
    #[must_use]
    pub fn with_loop_processes(mut self, loop_processes: usize) -> Limits {
        self.loop_processes = loop_processes;
        self
    }

    /// The same limits with another bound for [`supply_processes`](Limits::supply_processes).
    #[must_use]
    pub fn with_supply_processes(mut self, supply_processes: usize) -> Limits {
        self.supply_processes = supply_processes;
        self
    }

    /// The same limits with another bound for [`supply_flows`](Limits::supply_flows).
    #[must_use]
    pub fn with_supply_flows(mut self, supply_flows: usize) -> Limits {
        self.supply_flows = supply_flows;
        self
    }

    /// The same limits with another bound for [`xml_depth`](Limits::xml_depth).
    #[must_use]
    pub fn with_xml_depth(mut self, xml_depth: usize) -> Limits {
        self.xml_depth = xml_depth;
        self
    }

    /// The same limits with another bound for [`xml_attributes`](Limits::xml_attributes).
    #[must_use]
    pub fn with_xml_attributes(mut self, xml_attributes: usize) -> Limits {
        self.xml_attributes = xml_attributes;
        self
    }
}
