//! The stable codes. A code is never renamed and never reused; `docs/errors.md` has a heading for each.

use core::fmt;

macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $text:literal, $help:literal; )+) => {
        /// Stable identifier of a kind of error or finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $( $(#[doc = $doc])+ $name, )+ }

        impl Code {
            /// Every code, in the order of their definition.
            pub const ALL: &'static [Code] = &[$( Code::$name, )+];

            /// The code as written in results, e.g. `UNKNOWN_UNIT`.
            pub const fn as_str(self) -> &'static str {
                match self { $( Code::$name => $text, )+ }
            }

            /// The standard advice for this code.
            pub const fn help(self) -> &'static str {
                match self { $( Code::$name => $help, )+ }
            }

            /// What the code means, one sentence or more.
            pub const fn meaning(self) -> &'static str {
                match self { $( Code::$name => concat!($($doc),+), )+ }
            }
        }
    };
}

codes! {
    // ---- numbers
    /// The text could be two different numbers, and no locale was declared.
    AmbiguousNumber = "AMBIGUOUS_NUMBER", "declare how numbers are written, e.g. locale `vi-VN` (1.234,56) or `en-US` (1,234.56)";
    /// The number is written in the other style than the declared locale.
    MixedNumberFormat = "MIXED_NUMBER_FORMAT", "write all numbers of the file in the declared style, or declare the style that the file uses";
    /// Group marks stand where no group of three digits ends.
    BadGrouping = "BAD_GROUPING", "write the number without group marks, or declare the locale that groups this way";
    /// A character that is not part of a number.
    BadCharInNumber = "BAD_CHAR_IN_NUMBER", "use the ASCII digits 0-9, one decimal mark and a leading `-` only";
    /// A unit is written in the number's cell.
    UnitInNumber = "UNIT_IN_NUMBER", "move the unit to the column `unit`";
    /// Infinity or not-a-number.
    NotFinite = "NOT_FINITE", "write the measured number, or leave the row out and say why in `note`";
    /// The text is no number.
    BadNumber = "BAD_NUMBER", "write a plain number such as 1234.5";
    /// The cell is empty; empty is not zero.
    MissingValue = "MISSING_VALUE", "fill the cell; write 0 if the amount is zero";
    /// The number is too large or has too large an exponent to be computed exactly.
    NumberOutOfRange = "NUMBER_OUT_OF_RANGE", "check the number and its unit; at most 28 digits before and 28 after the decimal mark are read";
    /// More significant digits than can be kept exactly.
    PrecisionExceeded = "PRECISION_EXCEEDED", "round the number to at most 28 significant digits before it is read";
    /// A field or a number is longer than the limit.
    FieldTooLong = "FIELD_TOO_LONG", "shorten the field, or raise the limit if the length is right";
    /// The quantity is not zero but its emission rounds to zero.
    UnderflowToZero = "UNDERFLOW_TO_ZERO", "check the unit: the emission is below 0.0000000000005 kg";
    /// A negative quantity would lower the footprint.
    NegativeQuantity = "NEGATIVE_QUANTITY", "write corrections as rows with `quality` = `correction`; otherwise the quantity must not be negative";
    /// A sum or a product left the range in which it is exact.
    Overflow = "OVERFLOW", "check the quantity and its unit: the result does not fit the exact range";
    /// A division by zero.
    DivisionByZero = "DIVISION_BY_ZERO", "give a denominator other than zero";

    // ---- units
    /// The unit text is not known.
    UnknownUnit = "UNKNOWN_UNIT", "write a UCUM code or a usual unit name such as `kWh`, `t`, `L`";
    /// The unit text stands for several units.
    AmbiguousUnit = "AMBIGUOUS_UNIT", "name the unit in full";
    /// The quantity's unit and the factor's unit measure different things.
    DimensionMismatch = "DIMENSION_MISMATCH", "give the quantity in a unit of the kind that the factor is made for, or add a factor for this kind";
    /// A volume of gas without its reference temperature and pressure.
    MissingGasState = "MISSING_GAS_STATE", "write `Nm3` (0 °C, 101.325 kPa), `Sm3` (15 °C, 101.325 kPa) or `scf`, or declare the state of the meter";
    /// A calorific value or an energy of fuel without saying gross or net.
    MissingCvBasis = "MISSING_CV_BASIS", "say whether the calorific value is net (lower) or gross (higher)";
    /// An administrative unit where a physical one is needed.
    AdministrativeUnit = "ADMINISTRATIVE_UNIT", "give the measured quantity; a toe coefficient serves thresholds only, never emissions";

    // ---- dates
    /// The date reads differently as day/month and month/day, and no order was declared.
    AmbiguousDate = "AMBIGUOUS_DATE", "declare the date order `dmy` or `mdy`, or write ISO dates such as 2025-03-01";
    /// No such day.
    BadDate = "BAD_DATE", "write a day that exists, as 2025-03-01";
    /// A spreadsheet's serial number stands where a date is expected.
    SerialDate = "SERIAL_DATE", "format the column as a date before saving, or declare the date system `excel1900` or `excel1904`";
    /// A year outside 1990 to 2100.
    DateOutOfRange = "DATE_OUT_OF_RANGE", "check the year; Buddhist-era years must be converted first";
    /// The date is not within the reporting period.
    DateOutsidePeriod = "DATE_OUTSIDE_PERIOD", "remove the row or change the reporting period";
    /// The period of the row ends before it starts.
    PeriodReversed = "PERIOD_REVERSED", "exchange period_start and period_end";
    /// The row's period reaches past the validity of the factor chosen for its start.
    PeriodCrossesFactors = "PERIOD_CROSSES_FACTORS", "split the row at the change of year";

    /// The text is no time at which an interval begins.
    BadTime = "BAD_TIME", "write day, time and offset as 2025-03-01T13:00+07:00";
    /// An interval does not begin or end where the intervals of the series do.
    IntervalOffGrid = "INTERVAL_OFF_GRID", "state how many minutes a row covers, `step_minutes`, and let intervals begin at whole steps from midnight";
    /// An interval of a series stands twice.
    DuplicateInterval = "DUPLICATE_INTERVAL", "delete the copy; where clocks were put back, write each time with its offset from UTC";
    /// Intervals of the period are missing in a series; missing is not zero.
    MissingInterval = "MISSING_INTERVAL", "add the rows, with 0 where nothing was used; where clocks were put forward, write each time with its offset from UTC";

    // ---- text and encoding
    /// Bytes that are not valid UTF-8.
    InvalidUtf8 = "INVALID_UTF8", "save the file as UTF-8, or declare its encoding, e.g. `windows-1258`";
    /// The encoding is not UTF-8 and has no mark that says what it is.
    UndetectedEncoding = "UNDETECTED_ENCODING", "save the file as UTF-8; it looks like UTF-16 without a byte-order mark";
    /// An encoding that is not read.
    UnsupportedEncoding = "UNSUPPORTED_ENCODING", "use `utf-8`, `utf-16le`, `utf-16be` or `windows-1258`";
    /// A character that changes the direction of text.
    BidiControl = "BIDI_CONTROL", "delete the invisible direction characters from the cell";
    /// A control or zero-width character that does not show.
    InvisibleChar = "INVISIBLE_CHAR", "delete the invisible characters from the cell";
    /// Two names differ only by where the tone mark is written.
    PossibleDuplicateName = "POSSIBLE_DUPLICATE_NAME", "write the name in one way in all rows if it is one and the same";

    // ---- tables
    /// The file has no content.
    EmptyFile = "EMPTY_FILE", "give a table with a header row and at least one row";
    /// A column that the reader needs is not there.
    MissingColumn = "MISSING_COLUMN", "add the column, or rename the one that holds it";
    /// Two columns have the same meaning.
    DuplicateColumn = "DUPLICATE_COLUMN", "keep one of the columns";
    /// A column that no field is named after; its content is not used.
    UnknownColumn = "UNKNOWN_COLUMN", "rename the column if it holds one of the ledger's fields; otherwise nothing needs to be done";
    /// A row has more or fewer fields than the header.
    RowLength = "ROW_LENGTH", "quote fields that hold the delimiter, e.g. \"1,234\"";
    /// A quote is opened and never closed.
    UnclosedQuote = "UNCLOSED_QUOTE", "close the quote, or double it if it is part of the text";
    /// The same record identifier as an earlier row.
    DuplicateRecord = "DUPLICATE_RECORD", "delete the copy, or give the row an identifier of its own";
    /// More rows than are checked for equal identifiers.
    DuplicatesNotChecked = "DUPLICATES_NOT_CHECKED", "raise the limit `ids` if memory allows, or check the identifiers before";
    /// An identifier that a spreadsheet turned into a number with an exponent.
    IdScientific = "ID_SCIENTIFIC", "format the column as text and enter the identifier again";
    /// An identifier with too few or too many digits.
    IdLength = "ID_LENGTH", "check for a lost leading zero";
    /// A file, row, column, field or list is larger than its limit.
    LimitExceeded = "LIMIT_EXCEEDED", "split the input, or raise the limit if the size is right";

    // ---- workbooks and JSON lines
    /// The file is no zip archive, or a damaged or locked one, so it is no workbook.
    BadZip = "BAD_ZIP", "open the file in a spreadsheet program and save it as .xlsx, without a password";
    /// A part of the archive has a name that leads out of it.
    BadPartName = "BAD_PART_NAME", "do not use the file: it was made to harm; save the workbook anew where it comes from";
    /// A part inflates to more than its limit, or far more than a workbook's part would.
    DecompressedTooLarge = "DECOMPRESSED_TOO_LARGE", "split the workbook, or raise the limit `inflated_bytes` if its size is right";
    /// The archive is sound, but it is no workbook that is read.
    BadWorkbook = "BAD_WORKBOOK", "open the file in a spreadsheet program and save it as .xlsx";
    /// A document, or a part of a workbook, is not well-formed XML.
    BadXml = "BAD_XML", "make the file anew where it comes from; open a workbook in a spreadsheet program and save it";
    /// A document type in XML: it could define entities that grow without bound or read files.
    DtdForbidden = "DTD_FORBIDDEN", "remove the document type; no workbook has one, and events and reports need none";
    /// An attribute stands twice in one element.
    DuplicateAttribute = "DUPLICATE_ATTRIBUTE", "keep one of the two";
    /// A name has a prefix that nothing binds to a namespace.
    UndeclaredPrefix = "UNDECLARED_PREFIX", "bind the prefix, e.g. `xmlns:ex=\"https://example.com/\"`";
    /// Elements, lists or objects stand too deep in each other.
    NestingTooDeep = "NESTING_TOO_DEEP", "flatten the document";
    /// The sheet uses more rows, columns, cells or merged ranges than are read.
    SheetTooLarge = "SHEET_TOO_LARGE", "delete what stands far from the table, or raise the limit if the size is right";
    /// A cell's reference is no cell of its row.
    BadCellRef = "BAD_CELL_REF", "open the file in a spreadsheet program and save it anew";
    /// A cell or a row stands twice in the file: readers would disagree about its value.
    DuplicateCell = "DUPLICATE_CELL", "open the file in a spreadsheet program, check the cell and save it anew";
    /// A cell refers to a shared text that is not in the file.
    BadSharedString = "BAD_SHARED_STRING", "open the file in a spreadsheet program and save it anew";
    /// Several sheets hold a ledger, and none was named.
    SheetAmbiguous = "SHEET_AMBIGUOUS", "name the sheet that is meant in the option `sheet`";
    /// The cell shows an error such as `#DIV/0!`.
    SpreadsheetErrorValue = "SPREADSHEET_ERROR_VALUE", "mend the formula, or write the value";
    /// The cell has a formula but no stored result; empty is not zero.
    FormulaWithoutValue = "FORMULA_WITHOUT_VALUE", "open the workbook in a spreadsheet program so that it computes, and save it";
    /// The value is a formula's stored result, which may be older than the cells that it is computed from.
    FormulaValue = "FORMULA_VALUE", "open the workbook in a spreadsheet program so that it computes anew, and save it before reading";
    /// The number has more digits than a spreadsheet keeps: what was meant is not certain.
    PrecisionSuspect = "PRECISION_SUSPECT", "compare the number with its source; enter long numbers as text";
    /// The sheet does not show the row, and it is counted.
    HiddenRow = "HIDDEN_ROW", "show all rows and delete those that are not meant, or keep them if they are";
    /// The workbook does not show the sheet.
    HiddenSheet = "HIDDEN_SHEET", "check whether the sheet is meant; name it in the option `sheet` to read it";
    /// The cell is covered by merged cells: it is neither empty nor a second time the same.
    MergedCell = "MERGED_CELL", "unmerge the cells and write into each row what holds for it";
    /// An object has a key twice, or two keys for one field.
    DuplicateKey = "DUPLICATE_KEY", "keep one of the values";
    /// Something follows the object on its line.
    TrailingData = "TRAILING_DATA", "write one object on each line and nothing else";
    /// A value of a wrong kind: neither text nor number.
    WrongType = "WRONG_TYPE", "write a text or a number";

    // ---- ledger meaning
    /// The row names no activity.
    MissingActivity = "MISSING_ACTIVITY", "name the activity, e.g. `electricity` or `diesel-stationary`";
    /// The activity is not in any loaded pack.
    UnknownActivity = "UNKNOWN_ACTIVITY", "use a name that `emitrace factors search` finds, or load a pack that has it";
    /// The word is used for several activities.
    AmbiguousActivity = "AMBIGUOUS_ACTIVITY", "write the identifier of the activity, or fill `category` so that one remains";
    /// The scope or category is not one that exists.
    UnknownCategory = "UNKNOWN_CATEGORY", "use scope 1, 2 or 3 and a category of that scope";
    /// The row names no scope and its activity has no usual one.
    MissingScope = "MISSING_SCOPE", "fill the columns `scope` and `category`";
    /// The cell says nothing about the quality of the data that can be read; the row counts all the same.
    UnknownQuality = "UNKNOWN_QUALITY", "write a word such as `measured`, `calculated` or `estimated`, one score from 1 to 5, or five as `2-1-3-2-1` (technology, time, geography, completeness, reliability)";
    /// The cell is no uncertainty; the row counts all the same, without one.
    BadUncertainty = "BAD_UNCERTAINTY", "write half of the 95 % interval in per cent (`5 %`), both sides (`-10/+20 %`), or its ends in the unit of the quantity (`950..1080`)";
    /// A word that stands for no value of its column.
    UnknownValue = "UNKNOWN_VALUE", "use one of the values that the column knows";

    // ---- places, gases, packs
    /// A place code that is not known.
    UnknownPlace = "UNKNOWN_PLACE", "use an ISO 3166 code such as `VN` or `VN-HN`";
    /// A gas that is not known.
    UnknownGas = "UNKNOWN_GAS", "use a name such as `CO2`, `CH4`, `HFC-134a` or `R-410A`";
    /// No GWP value for the gas in the named set.
    MissingGwp = "MISSING_GWP", "choose a set that has the gas, or report the gas by mass";
    /// The total adds CO2e that is frozen at another GWP set.
    MixedGwpSets = "MIXED_GWP_SETS", "name the share in the report, or choose factors that state single gases";
    /// A factor pack is not well-formed.
    BadPack = "BAD_PACK", "mend the pack; `emitrace factors check` lists all its errors";
    /// A factor gives more carbon dioxide than the carbon in what is burned could.
    ImplausibleFactor = "IMPLAUSIBLE_FACTOR", "check the units and powers of ten: a kilogram of pure carbon gives 44/12 kg of CO2";
    /// The table of a pack is not the one that its description was made for.
    PackDigest = "PACK_DIGEST", "a changed table is a new edition: give it a new edition and digest";

    // ---- importing publishers' files
    /// A file has not the layout that its import format knows.
    ImportLayout = "IMPORT_LAYOUT", "check the format and the file; `emitrace factors formats` says what each format reads";
    /// A value of the file is left out of the pack by design.
    NotImported = "NOT_IMPORTED", "nothing needs to be done; the message says why";
    /// A data set refers to another one that the package does not hold.
    ReferenceMissing = "REFERENCE_MISSING", "export the data set again together with everything that it refers to";
    /// A data set is protected, restricted, or does not say whether it may be used.
    LicenceUnclear = "LICENCE_UNCLEAR", "ask the owner of the data before you use or pass on the factor; the pack has the licence that you declare";
    /// The gases of a factor do not add up to its printed total.
    SplitNotTotal = "SPLIT_NOT_TOTAL", "nothing needs to be done: the printed total is in the pack, locked to its GWP set";

    // ---- choosing factors
    /// No factor fits the row.
    FactorMissing = "FACTOR_MISSING", "load a pack with a factor for this activity, place, date and unit, or name one in the column `factor`";
    /// Several factors fit the row equally well.
    FactorAmbiguous = "FACTOR_AMBIGUOUS", "name the one that is meant in the column `factor`, or order the sources";
    /// The factor named in the row does not exist.
    FactorUnknown = "FACTOR_UNKNOWN", "write the identifier as `pack/factor`, as `emitrace factors search` shows it";
    /// The row names a correction factor, which must never be multiplied by activity data.
    FactorNotMultiplier = "FACTOR_NOT_MULTIPLIER", "name an emission factor; correction factors only adjust other factors";
    /// A factor of another year stands in, as the stated choice allows.
    ProxyYear = "PROXY_YEAR", "replace it when the factor of the year is published";
    /// A factor of another place stands in, as the stated choice allows.
    ProxyPlace = "PROXY_PLACE", "replace it by a factor of the place when there is one";
    /// The market-based figure uses the grid average because there is no residual mix.
    NoResidualMix = "NO_RESIDUAL_MIX", "disclose that no residual mix is published for the place";
    /// The source declares the emission negligible instead of printing a number.
    DeclaredNegligible = "DECLARED_NEGLIGIBLE", "nothing needs to be done; the report says so";
    /// The factor of a combustion or of bought energy does not cover CO2, CH4 and N2O.
    PartialGases = "PARTIAL_GASES", "add a factor for the gases that are missing, or disclose that they are not in the result";
    /// The source leaves the value blank.
    FactorAbsent = "FACTOR_ABSENT", "choose another factor: the source prints no value here";

    // ---- instruments
    /// The register of instruments is not well-formed.
    BadInstrument = "BAD_INSTRUMENT", "mend the register at the place that the error names";
    /// The row names an instrument that the register does not have.
    InstrumentUnknown = "INSTRUMENT_UNKNOWN", "add it to the register, or correct the column `instrument`";
    /// An instrument does not meet a criterion for a row, and the row falls to the next source of the market-based factor.
    InstrumentNotApplied = "INSTRUMENT_NOT_APPLIED", "check market, vintage, cancellation and kind of energy of the instrument";
    /// More was generated than the register's volume of the instrument: the intervals share the volume in proportion.
    GenerationAboveVolume = "GENERATION_ABOVE_VOLUME", "nothing, if only a part of the generation was contracted; otherwise correct the volume";
    /// Intervals have no value in a series of hourly factors; they are computed with the factor of the packs.
    NoHourlyFactor = "NO_HOURLY_FACTOR", "add the values, or disclose which part is computed with the coarser factor";

    // ---- upstream
    /// No pack has the factor for the upstream emissions of a row, so they are not in the result.
    UpstreamMissing = "UPSTREAM_MISSING", "load a pack with the factor, allow its place with proxy_places, or disclose what is left out";
    /// A row of category 3.3 stands in the ledger while it is computed from rows of scopes 1 and 2, too.
    UpstreamTwice = "UPSTREAM_TWICE", "leave the row out, or compute without the option `upstream`";
    /// The grid factor holds transmission losses, so no line is added for them.
    TdLossesIncluded = "TD_LOSSES_INCLUDED", "nothing needs to be done; losses are in scope 2 and must not be counted again";
    /// The grid factor does not say whether it holds transmission losses, so no line is added for them.
    TdLossesUnknown = "TD_LOSSES_UNKNOWN", "find out from the source, and state it in a pack of your own (`td_losses`)";

    // ---- the boundary
    /// The organisation is not well-formed.
    BadOrganisation = "BAD_ORGANISATION", "mend the organisation at the place that the error names";
    /// The organisation does not know the row's site.
    UnknownSite = "UNKNOWN_SITE", "add the site to the organisation, as its `id` or among its `aliases`; nothing is taken at 100 % unsaid";
    /// The days of a row belong to different entities, or the lease of its site changes within them.
    PeriodCrossesEntities = "PERIOD_CROSSES_ENTITIES", "split the row at the day of the change";
    /// The share changes within the row's days, and the row is split by days.
    ShareProRata = "SHARE_PRO_RATA", "split the row at the day of the change if its quantity is known for both parts";
    /// The share of a site is zero, so its rows add nothing to the consolidated inventory.
    ShareZero = "SHARE_ZERO", "nothing needs to be done; `boundary` has the figures at 100 %";
    /// Emissions of a leased asset are reported in scope 3 because of the consolidation approach.
    LeasedAsset = "LEASED_ASSET", "say in the report which leased assets are in scope 3 category 8 or 13";

    // ---- laws and facility reports
    /// No loaded pack has a rule in force that the question needs.
    RuleMissing = "RULE_MISSING", "ask for a day on which the rules are in force, or load a pack of kind `rules` for the country";
    /// Several rules in force answer the same question.
    RuleAmbiguous = "RULE_AMBIGUOUS", "let one of them name the other in the column `supersedes`";
    /// A statement or declaration that a report must hold is missing, or contradicts the ledger.
    DeclarationMissing = "DECLARATION_MISSING", "fill in the declaration that the path names";
    /// A check of quality control failed, was not done, or found something that no remark explains.
    CheckOpen = "CHECK_OPEN", "do the check and log it with name, day and remark; explain what was found";
    /// A factor comes from a source that the order of the law does not name.
    FactorOrder = "FACTOR_ORDER", "use a factor of a source that the law names, or give your own with its approval";
    /// An activity of the ledger is outside what the report of the law holds.
    OutsideReport = "OUTSIDE_REPORT", "nothing needs to be done; the report tells it apart";
    /// The years or choices do not make up one report.
    CannotReport = "CANNOT_REPORT", "give one year, or two that follow each other, and leave profile and period to the report";
    /// A share or an efficiency is not a fraction between 0 and 1, or shares do not add up to 1.
    ShareOutOfRange = "SHARE_OUT_OF_RANGE", "write shares as fractions: 0.85 for 85 %";

    // ---- CBAM
    /// An identifier names nothing in the document that could be meant.
    UnknownReference = "UNKNOWN_REFERENCE", "name something that the document holds";
    /// Two figures of the document say different things about the same.
    Contradiction = "CONTRADICTION", "correct one of the two, or leave it out";
    /// Biomass whose sustainability is not proven counts as fossil.
    BiomassNotProven = "BIOMASS_NOT_PROVEN", "prove the sustainability of the biomass, or leave it as fossil";
    /// CO2 that was transferred counts as emitted.
    TransferNotSubtracted = "TRANSFER_NOT_SUBTRACTED", "nothing needs to be done, unless destination or monitoring are stated wrongly";
    /// A source, step or gas lies outside of the system boundaries of the process that it is attributed to.
    OutsideBoundary = "OUTSIDE_BOUNDARY", "attribute it to `outside`";
    /// A process makes nothing.
    OutputMissing = "OUTPUT_MISSING", "name what the process makes, with quantities above zero";
    /// Goods that need processes of their own share one.
    ProcessMixed = "PROCESS_MIXED", "make a process for each functional unit and category";
    /// One good is made in several processes of the installation.
    ProcessSplit = "PROCESS_SPLIT", "make one process of all routes of the good";
    /// A precursor is used that the act does not list for the category.
    PrecursorNotRelevant = "PRECURSOR_NOT_RELEVANT", "leave the input out if it is a material and no precursor";
    /// More is used than there is.
    FlowsExceedOutput = "FLOWS_EXCEED_OUTPUT", "correct the quantities used or made";
    /// Processes feed each other, and nothing leaves the loop.
    LoopWithoutOutput = "LOOP_WITHOUT_OUTPUT", "check the quantities used and made: a loop must pass something on";
    /// Processes feed each other and pass so little on that their figures do not settle within the limits.
    LoopNotSettled = "LOOP_NOT_SETTLED", "check the amounts: next to nothing leaves the loop; loops of up to 64 processes are solved in fractions";
    /// A process takes in its own good.
    FlowToItself = "FLOW_TO_ITSELF", "nothing needs to be done if the process uses its own output; otherwise correct consumer or supplier";
    /// Attributed emissions would be below zero and count as zero.
    AttributionFloored = "ATTRIBUTION_FLOORED", "check what goes out of the process";
    /// Heat or electricity of an energy unit is taken by nobody.
    EnergyUnattributed = "ENERGY_UNATTRIBUTED", "name who takes it, or what leaves the installation";
    /// Actual data of a precursor without a verification report.
    NotVerified = "NOT_VERIFIED", "name verifier and verification report, or use the default value";
    /// The country of a precursor is not known, so the highest value holds.
    CountryUnknown = "COUNTRY_UNKNOWN", "find out where the precursor was made";
    /// An efficiency that the act fixes stands in for one that was not measured.
    AssumedEfficiency = "ASSUMED_EFFICIENCY", "measure the efficiency";
    /// The rules of one regime compute a reporting period of the other.
    RegimeOfOtherPeriod = "REGIME_OF_OTHER_PERIOD", "leave the regime out, unless a comparison is wanted";
    /// Attributed emissions are below zero, which the transitional regime allowed.
    AttributionNegative = "ATTRIBUTION_NEGATIVE", "check what goes out of the process";
    /// The basis of an electricity factor is one of the transitional regime.
    BasisNotAllowed = "BASIS_NOT_ALLOWED", "name an energy unit, or state the basis that the definitive rules know";
    /// More of the embedded emissions rest on estimates and default values than the transitional regime allowed.
    EstimatesAboveLimit = "ESTIMATES_ABOVE_LIMIT", "ask the suppliers of precursors for measured values";

    // ---- the quarterly report
    /// An element of a file is not in the list of elements: it was not taken.
    ElementUnknown = "ELEMENT_UNKNOWN", "look whether what it says belongs into another element";
    /// What an element holds does not fit it.
    ElementMisfit = "ELEMENT_MISFIT", "write it as the list of elements has it";
    /// Quantities of one and the same goods differ.
    QuantitiesDiffer = "QUANTITIES_DIFFER", "correct the quantities";

    // ---- the communication template
    /// The workbook is not the communication template for installations.
    TemplateUnknown = "TEMPLATE_UNKNOWN", "give the filled workbook of the Commission, with its sheets as they are";
    /// The template is of a version or language whose cells are not known.
    TemplateVersion = "TEMPLATE_VERSION", "copy the entries into the English version 2.1.1";
    /// A cell is filled that nothing could be made of.
    TemplateCellUnused = "TEMPLATE_CELL_UNUSED", "look whether the entry belongs into another cell";
    /// A cell does not hold what belongs there.
    TemplateCellBad = "TEMPLATE_CELL_BAD", "correct the entry in the template";
    /// A cell that the template computes holds an entry, or its result is not in the file.
    TemplateAltered = "TEMPLATE_ALTERED", "restore the formula, and open and save the workbook in a spreadsheet program";
    /// Quantities of the template do not add up.
    TemplateBalance = "TEMPLATE_BALANCE", "correct the quantities: the control figure of the template has to be zero";
    /// The template leaves open what was read in one way.
    TemplateAssumed = "TEMPLATE_ASSUMED", "check the document that was made, and correct it if the operator meant otherwise";
    /// A figure that the template shows differs from what its entries give.
    TemplateDiffers = "TEMPLATE_DIFFERS", "open and save the workbook in a spreadsheet program; look for formulas that were overwritten";

    // ---- statistics
    /// The uncertainty is larger than the propagation of error of approach 1 holds for.
    UncertaintyLarge = "UNCERTAINTY_LARGE", "use approach 2, and look for better data where the variance is";
    /// A part of the emissions has no stated uncertainty and counts as exact.
    UncertaintyUnstated = "UNCERTAINTY_UNSTATED", "fill the column `uncertainty`, give bounds in the pack, or state rules for categories and factors";

    // ---- calculation methods
    /// The method may not stand in the category of the row, or does not fit its factor.
    MethodNotAllowed = "METHOD_NOT_ALLOWED", "choose a method of this category: `emitrace methods` lists them";
    /// The method needs a number or a word that the row does not give.
    ParameterMissing = "PARAMETER_MISSING", "fill the column; `emitrace methods` says what each method needs";
    /// The number is outside of what it can mean, e.g. a share above 100 %.
    ParameterOutOfRange = "PARAMETER_OUT_OF_RANGE", "check the number and its unit; shares are written as 8 % or 0.08";
    /// A column that the row's method does not read is filled.
    ParameterUnused = "PARAMETER_UNUSED", "empty the cell, or name a method that reads it";
    /// Money that is in the prices of the factor's year already would be deflated again.
    DoubleDeflation = "DOUBLE_DEFLATION", "deflate once: either the amount is in prices of the factor's year, or price indices are given";
    /// The exchange rate is of another year than the one that the chain of the spend needs.
    RateYear = "RATE_YEAR", "take the rate of the year in which the money was spent, or deflate in the local currency first";
    /// Grid losses are computed with a factor that includes them.
    LossesIncluded = "LOSSES_INCLUDED", "leave the row out: losses are part of scope 2 with this factor";
    /// Avoided emissions would lower a category of waste.
    AvoidedEmissions = "AVOIDED_EMISSIONS", "take a factor without credits: avoided emissions are reported apart";
    /// The same emission is in the result twice.
    DoubleCount = "DOUBLE_COUNT", "keep the row in one category";
    /// More of a refrigerant left the balance than was in it.
    NegativeBalance = "NEGATIVE_BALANCE", "look for a purchase or an opening stock that is missing";

    // ---- carbon border adjustment: goods, origins, values
    /// The text is no code of the Combined Nomenclature.
    BadCnCode = "BAD_CN_CODE", "write the eight digits of the customs declaration, e.g. `7207 11 14`; ten digits (TARIC) are read, too";
    /// The good is not in Annex I of Regulation (EU) 2023/956: it has no obligation.
    GoodNotInScope = "GOOD_NOT_IN_SCOPE", "check the code; leave the row out if the good is really another one";
    /// The country of origin has no obligation: it is of the Union, or Annex III exempts it.
    OriginExempt = "ORIGIN_EXEMPT", "nothing needs to be done if the origin is right: the row counts in neither threshold nor certificates";
    /// The act has no default value for the good.
    DefaultMissing = "DEFAULT_MISSING", "use actual data of the installation, or check the code: codes change with the year";
    /// The country's table has no value for the good, so the whole row comes from the table of other countries.
    DefaultFromOther = "DEFAULT_FROM_OTHER", "nothing needs to be done; actual data of the installation would take its place";
    /// The default value was never compared with the correction of the act.
    DefaultNotCompared = "DEFAULT_NOT_COMPARED", "compare the value with Annex I of Implementing Regulation (EU) 2026/1740 before it decides about money";
    /// No benchmark is known for the good, the column, the route and the year of production.
    BenchmarkMissing = "BENCHMARK_MISSING", "load a pack of kind `cbam-benchmarks` with the edition for the year";
    /// The benchmark depends on the production route, and nothing says which it is.
    RouteMissing = "ROUTE_MISSING", "fill the column `route` with the indicator of the production route";
    /// The indicator of the act does not fit the good, and is read for the grade of the good.
    RouteRead = "ROUTE_READ", "check the indicator in the edition that is in force; fill the column `route` if another one is right";
    /// No figure of the kind is in force on the day.
    FigureMissing = "FIGURE_MISSING", "give the figure with the request, or load a pack of kind `cbam-figures` that has it";

    /// Actual data are asked for, and the installation has none that can be used for the good and the year.
    ActualMissing = "ACTUAL_MISSING", "add the data of the installation to `installations`, or use default values";
    /// The data of an installation cannot be used as they stand.
    BadActual = "BAD_ACTUAL", "mend the data of the installation at the place that the finding names";
    /// Actual data that no accredited verifier verified: they count here, and must not be declared.
    ActualNotVerified = "ACTUAL_NOT_VERIFIED", "have the data verified, or use default values in the declaration";
    /// An error keeps figures out of the report of an installation, and so nothing can be handed to an importer.
    FiguresIncomplete = "FIGURES_INCOMPLETE", "mend the findings of `cbam.embedded` first";
    /// The text is no key, or none of this kind.
    BadKey = "BAD_KEY", "give a Multikey or 64 hexadecimal digits";
    /// The document cannot be sealed, or its proof is none that can be checked.
    BadSeal = "BAD_SEAL", "ask the author of the document for one sealed with `eddsa-jcs-2022`";
    /// The signature does not fit the document: one of them was changed, or it is signed with another key.
    SealBroken = "SEAL_BROKEN", "ask the author for the document again; do not use its data";
    /// A bundle does not have the form that it needs, or a document cannot be put into one.
    BadBundle = "BAD_BUNDLE", "ask the author of the bundle for it again; do not use its data";
    /// An entry of a bundle is not what was sealed.
    LeafBroken = "LEAF_BROKEN", "ask the author of the bundle for it again; do not use its data";
    /// The entries of a bundle do not make the root that was sealed: one was added, left out, moved or changed.
    TreeBroken = "TREE_BROKEN", "ask the author of the bundle for it again; do not use its data";
    /// A bundle does not follow the one before it.
    ChainBroken = "CHAIN_BROKEN", "give all versions of the bundle, the oldest first, and ask the author for those that are missing";
    /// The seal holds, and nobody said that its key belongs to the author.
    KeyNotTrusted = "KEY_NOT_TRUSTED", "ask the author for the key by another way, and give it as a trusted key";
    /// An adjustment rests on a draft of an act, or on a reading of one that is not settled.
    LawOpen = "LAW_OPEN", "check whether the act was adopted before the figure decides about money";

    // ---- identifiers
    /// The text is no identifier of the kind that it begins as, or its value does not fit its application identifier.
    BadIdentifier = "BAD_IDENTIFIER", "compare the identifier with its source; do not mend it by guessing";
    /// The last digit of a number of GS1 does not fit the digits before it.
    BadCheckDigit = "BAD_CHECK_DIGIT", "compare the number with its source: a digit is wrong, missing or exchanged with its neighbour";
    /// No application identifier of GS1 has these digits.
    UnknownAi = "UNKNOWN_AI", "compare the element string with its source; a separator may be missing before it";
    /// Application identifiers stand together that exclude each other, or one stands without another that it needs.
    AiAssociation = "AI_ASSOCIATION", "add or remove the element that the message names";
    /// Digits alone could number things of several kinds.
    AmbiguousIdentifier = "AMBIGUOUS_IDENTIFIER", "say what they number: item, place, party, logistic_unit or code";
    /// The identifier means this thing only where it was given: a code of one's own, or a number for circulation within a company.
    NotGloballyUnique = "NOT_GLOBALLY_UNIQUE", "nothing needs to be done inside of one company; between companies, agree on a number of GS1 and state it as an alias";
    /// A member stands where the standard has none, or none of this kind.
    UnexpectedMember = "UNEXPECTED_MEMBER", "remove the member, or name an extension with a prefix that `@context` binds";
    /// One format says what another has no place for.
    NotExpressible = "NOT_EXPRESSIBLE", "keep the source beside what was made of it";
    /// The event was declared to be in error, or declares it: it does not count.
    EventVoid = "EVENT_VOID", "nothing needs to be done; corrective events stand for themselves";
    /// The event says what another one says: it does not count twice.
    DuplicateEvent = "DUPLICATE_EVENT", "nothing needs to be done if the two are one statement; give events that happened twice their own time or eventID";
    /// Two events have one identifier and say different things.
    EventIdConflict = "EVENT_ID_CONFLICT", "ask who told them which one holds; a correction is a declaration of an error and an event with an identifier of its own";
    /// An event that is to stand for a retracted one is not in the document.
    CorrectiveMissing = "CORRECTIVE_MISSING", "ask for the corrective event; without it the chain has a gap";
    /// Events about the same thing have the same times, and only their identifiers order them.
    TimeTie = "TIME_TIE", "ask for times of finer grain if the order matters";
    /// An event uses a thing before the event that makes it.
    UsedBeforeMade = "USED_BEFORE_MADE", "check times and offsets from UTC of both events";
    /// An event is about a thing that was used up or ended before.
    UsedAfterEnd = "USED_AFTER_END", "check the times, or the action DELETE of the earlier event";
    /// A thing is made a second time.
    MadeTwice = "MADE_TWICE", "give each thing its own serial number; tell repeated sightings with the action OBSERVE";
    /// A thing is told at two places for one time.
    TwoPlaces = "TWO_PLACES", "check times, offsets from UTC and places of both events";
    /// A container is inside of itself.
    ContainmentCircle = "CONTAINMENT_CIRCLE", "check parentID and childEPCs: which one was put into which";
    /// Things are put into a container without leaving the one before, or leave one that they are not in.
    Containment = "CONTAINMENT", "look for a missing event of packing or unpacking";
    /// An event was recorded before it happened.
    RecordedEarly = "RECORDED_EARLY", "check the clocks, and whether eventTime or recordTime is meant";
    /// An identifier is to be read as two different ones, or as itself by a detour.
    AliasConflict = "ALIAS_CONFLICT", "keep one of the statements";
    // ---- traces
    /// More of a lot is taken than there is; what is missing counts as unknown.
    AboveStock = "ABOVE_STOCK", "look for a receipt that was not entered, or a quantity or unit that is wrong";
    /// A lot is taken before anything of it came in; what is missing counts as unknown.
    TakenBeforeMade = "TAKEN_BEFORE_MADE", "check the dates of both records";
    /// A run gives something before it takes anything in.
    OutputBeforeInput = "OUTPUT_BEFORE_INPUT", "check the dates of the run's records";
    /// A run gives more than it takes in; what is missing counts as unknown.
    OutputAboveInput = "OUTPUT_ABOVE_INPUT", "enter what else went in (coating, water, oxygen) as a lot, or mend the quantities";
    /// Inputs, outputs and the losses that were measured do not add up.
    Unbalanced = "UNBALANCED", "look for an output or a loss that was not entered; the difference counts as lost";
    /// A record does not say how much.
    UnknownQuantity = "UNKNOWN_QUANTITY", "fill in the quantity; until then answers about what is made from it are intervals";
    /// Something came out of production, and nothing says what it was made from.
    MissingParent = "MISSING_PARENT", "enter what went into the run, or the run that the lot came from";
    /// Something went into production, and nothing says into which run.
    MissingRun = "MISSING_RUN", "name the production order in the record";
    /// A run takes in and gives nothing: it counts as being in process.
    RunWithoutOutput = "RUN_WITHOUT_OUTPUT", "enter what came out once the run is finished";
    /// Several lots could have been taken, and the record names none; the quantity counts as unknown.
    LotNotNamed = "LOT_NOT_NAMED", "name the lot in the record, or declare the stock policy of the store: fifo, lifo, average …";
    /// The same record identifier with another content.
    RecordConflict = "RECORD_CONFLICT", "give the records identifiers of their own, or void the one that is wrong";
    /// A void names a record that is not there.
    VoidOfNothing = "VOID_OF_NOTHING", "check the identifier of the record that never happened";
    /// A container is put into itself, directly or through others.
    CircularContainment = "CIRCULAR_CONTAINMENT", "check which container is the outer one";
    /// Something is taken out of a container in which it is not.
    NotInContainer = "NOT_IN_CONTAINER", "enter the packing, or check the container's number";
    /// More comes back from customers than was delivered to them; what is above counts as unknown.
    ReturnedAboveDelivered = "RETURNED_ABOVE_DELIVERED", "enter the delivery, or check lot, customer and quantity; what was sold before the books open is received with its origin";
    /// Deliveries of several versions of a lot could have come back: the last is taken, and the others may be inside.
    ReturnOfSeveral = "RETURN_OF_SEVERAL", "name the customer, or give what is added to a lot a number of its own";
    /// Pieces and masses meet, and nothing says what a piece weighs.
    UnitWeightMissing = "UNIT_WEIGHT_MISSING", "declare the weight of a piece of the item";
    /// What is taken is only there because of records of the same time that stand further down.
    SameTime = "SAME_TIME", "enter times, or the receipts before the issues, if the order matters";
    /// Something comes in and goes out at the same time: the order of the records changes the result.
    TiedOrder = "TIED_ORDER", "enter times, or keep the records in the order in which things happened";
    /// A loop of a period takes in nothing from outside: what it is made of is not defined.
    NoExternalSource = "NO_EXTERNAL_SOURCE", "enter what the loop was filled with when it began, as opening stock";
    /// A run gives several items and nothing says how carbon is shared between them.
    AllocationMissing = "ALLOCATION_MISSING", "declare the allocation of the process: by mass, by weights of the items, or nothing for scrap";
    /// A declared composition does not give the quantities that came out.
    CompositionUnbalanced = "COMPOSITION_UNBALANCED", "check shares and quantities; until then what is in the outputs counts as unknown";
    /// The balance that a stock card states differs from the one that its rows give.
    BalanceDiffers = "BALANCE_DIFFERS", "look for a row that is missing or entered twice before this one";
    /// A quantity is no whole number of milligrams, pieces or microlitres; it was rounded half-even.
    QuantityRounded = "QUANTITY_ROUNDED", "nothing needs to be done unless the quantity was meant to be exact";
    /// No record has anything to do with what is asked for.
    NotInTrace = "NOT_IN_TRACE", "check the spelling of the lot or document; `trace.follow` lists all lots";

    // ---- footprints of products
    /// A member that the specification asks for is missing.
    FootprintMemberMissing = "FOOTPRINT_MEMBER_MISSING", "add the member; the specification of its version lists what must stand";
    /// A value is not what the specification allows at its place.
    FootprintBadValue = "FOOTPRINT_BAD_VALUE", "write what the message names; decimals are texts of plain digits such as \"0.35\"";
    /// A member that the specification does not know; it is kept.
    FootprintUnknownMember = "FOOTPRINT_UNKNOWN_MEMBER", "check its spelling and its place; data of your own belong into `extensions`";
    /// The same value or identifier stands twice.
    FootprintRepeated = "FOOTPRINT_REPEATED", "keep one of them";
    /// Two members contradict each other.
    FootprintContradiction = "FOOTPRINT_CONTRADICTION", "change or leave out one of the two";
    /// A total is not what its parts give.
    FootprintPartsDiffer = "FOOTPRINT_PARTS_DIFFER", "look for the part that is missing or wrong; the message says by how much";
    /// Something that the methodology asks for is not stated.
    FootprintNotStated = "FOOTPRINT_NOT_STATED", "state it; leave it out only if it is not known";
    /// A figure can hardly be right beside another one.
    FootprintImplausible = "FOOTPRINT_IMPLAUSIBLE", "check amount, unit, mass and figures: all of them are of the declared amount of the product";
    /// A number is written in a form that the specification does not know, and was read all the same.
    FootprintReadLeniently = "FOOTPRINT_READ_LENIENTLY", "write it as the message says; other readers may refuse it";
    /// The footprint is written in another version of the specification.
    FootprintVersion = "FOOTPRINT_VERSION", "migrate footprints of 2.x with `footprint.migrate`";

    // ---- sustainability reports
    /// The taxonomy has no such concept.
    FactConcept = "FACT_CONCEPT", "use a name of the taxonomy; `disclosure.form` lists them with their labels";
    /// The unit of a fact is not one that its concept is stated in, or the fact needs none.
    FactUnit = "FACT_UNIT", "use one of the units that the taxonomy names for the concept";
    /// A report has figures in more than one currency.
    FactCurrency = "FACT_CURRENCY", "state all amounts of money in the currency of the financial statements";
    /// A day where days are needed, or days where a day is needed.
    FactPeriod = "FACT_PERIOD", "state flows for days (`2025-01-01/2025-12-31`) and stocks for a day (`2025-12-31`), as the taxonomy says";
    /// A fact is for days that the report is not about.
    FactOtherPeriod = "FACT_OTHER_PERIOD", "name the days of the comparatives as `previous_period`; base and target years carry their member";
    /// The axis is not one of the concept.
    FactAxis = "FACT_AXIS", "leave the axis out, or use the concept that is stated along it";
    /// An axis that the concept must be stated along has no member.
    FactAxisMissing = "FACT_AXIS_MISSING", "name a member of the axis: a site, a material, a type of waste";
    /// The member does not belong to the axis.
    FactMember = "FACT_MEMBER", "use a member of the axis";
    /// The default member of an axis is written out.
    FactDefaultMember = "FACT_DEFAULT_MEMBER", "leave the axis out: the default member is meant then, and may not be written";
    /// The value of an enumeration is none of its members.
    FactEnumeration = "FACT_ENUMERATION", "use members of the enumeration; one only, unless it is a set";
    /// The value is not of the concept's type: words in a number, a date that is none.
    FactValue = "FACT_VALUE", "write numbers as plain decimals, dates as 2025-12-31, years as 2025, truth as true or false";
    /// A number is outside of what it can be.
    FactRange = "FACT_RANGE", "check the number: shares are fractions (0.284, not 28.4), amounts are not below zero";
    /// The decimals of a fact are no whole number, or stand beside a value that is no number.
    FactDecimals = "FACT_DECIMALS", "write a whole number such as 3 or -3, or leave it out if the number is exact";
    /// The language of a fact is no language tag, or stands beside a value that is no text.
    FactLanguage = "FACT_LANGUAGE", "write `vi` or `en` beside words, and nothing beside other values";
    /// A fact of a page cannot be read: its context, unit, number or format is missing or wrong.
    FactInline = "FACT_INLINE", "give the fact a context, a unit and a format of Inline XBRL, and every identifier once";
    /// A page holds a fact that it does not show.
    FactHidden = "FACT_HIDDEN", "ask its author to show the fact; only names, days, yes and no may stand in `ix:hidden`";
    /// One fact is stated with different values.
    FactContradiction = "FACT_CONTRADICTION", "keep the right value";
    /// One fact is stated twice.
    FactRepeated = "FACT_REPEATED", "leave one of them out";
    /// A total is not what its parts add up to, or a figure is not what its formula gives.
    FactFormula = "FACT_FORMULA", "correct the figure or its parts; both are right to the decimals that they state";
    /// A part is larger than the whole.
    FactLimit = "FACT_LIMIT", "correct the part or the whole";
    /// Something that is due is missing.
    DisclosureMissing = "DISCLOSURE_MISSING", "state it; write 0 if it is zero; if it does not apply, say so and why in `not_applicable`";
    /// A concept has facts, and is said not to apply.
    NotApplicableButGiven = "NOT_APPLICABLE_BUT_GIVEN", "take out the statement or the facts";
    /// The identifier of the reporting entity or its scheme cannot be used.
    BadEntity = "BAD_ENTITY", "give the scheme as an absolute URI (LEI: http://standards.iso.org/iso/17442) and the identifier without spaces";
    /// An inventory that was filled in does not count every row of its ledger.
    InventoryPartly = "INVENTORY_PARTLY", "look at the findings of the inventory, or say in the report what is left out";
    /// Energy of an account has no element in the report, or is not known to be renewable.
    EnergyNotTaken = "ENERGY_NOT_TAKEN", "say in words what is done with it; split a blended fuel into two rows, one of each part";
    /// Nothing leads from the quantity of a row to its energy.
    EnergyMissing = "ENERGY_MISSING", "give the quantity in a unit of energy, fill `calorific_value`, or load a pack with the calorific value or density";

    // ---- requests
    /// The request is not valid JSON.
    BadJson = "BAD_JSON", "send valid JSON";
    /// The request has a wrong shape: a missing, unknown or wrongly typed field.
    BadRequest = "BAD_REQUEST", "compare the request with the reference";
    /// An answer of the engine was changed: its figures are not those of its digest.
    AnswerChanged = "ANSWER_CHANGED", "give the answer as the engine wrote it, or compute it again";
    /// A choice that changes a number was not made.
    ChoiceMissing = "CHOICE_MISSING", "make the choice: it has no default because it changes the result";
    /// There is no such method.
    UnknownMethod = "UNKNOWN_METHOD", "use a method that `capabilities` lists";
    /// No line with this identifier or row.
    LineNotFound = "LINE_NOT_FOUND", "give a record identifier or a row number of the ledger";
    /// Two results that were made with different choices cannot be added.
    CannotMerge = "CANNOT_MERGE", "compute all parts with the same choices and packs";
    /// A site is in one of two compared inventories only, and no structural change names it.
    StructureNotDeclared = "STRUCTURE_NOT_DECLARED", "if the site came or went by a merger, purchase or sale, name it as structural change; otherwise nothing needs to be done";
    /// The effects of activity and factor cannot be told apart for these lines.
    NotSeparable = "NOT_SEPARABLE", "give the quantity in units that convert into each other, or compare the ledgers instead of finished answers";
    /// Several lines share everything that they are matched by; they were matched in the order of their rows.
    MatchedByOrder = "MATCHED_BY_ORDER", "give the rows identifiers that stay the same from ledger to ledger";
    /// Two figures stand side by side that were not made in the same way.
    NotComparable = "NOT_COMPARABLE", "compute them with the same accounts, gases, units and price years, or say in the report why they differ";
    /// A condition cannot be read, or compares what cannot be compared.
    BadCondition = "BAD_CONDITION", "write it as `sector == food and (employees >= 50 or not exports in (EU, JP))`";
    /// Figures of so few would tell about each of them.
    GroupTooSmall = "GROUP_TOO_SMALL", "ask for a larger group, or choose a smaller `min_group`";
    /// A file could not be read or written.
    Io = "IO", "check the path and the permissions";
    /// A defect of emitrace itself.
    Internal = "INTERNAL", "please report it with the input that shows it";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
