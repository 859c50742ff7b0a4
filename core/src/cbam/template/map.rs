//! The cell map of the communication template 2.1.1, as data: sheets, blocks, words, what may be filled (METHODS M-142).

/// The version whose cells these are.
pub(super) const VERSION: &str = "2.1.1";

/// A sheet of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sheet {
    Versions,
    Installation,
    Sources,
    Balance,
    Processes,
    Precursors,
    Tools,
    ProcessSummary,
    ProductSummary,
    Communication,
    Matrix,
    Countries,
    Language,
}

/// Every sheet that is read, by its name in the workbook; whether the template is none without it.
pub(super) const SHEETS: &[(Sheet, &str, bool)] = &[
    (Sheet::Versions, "0_Versions", true),
    (Sheet::Installation, "A_InstData", true),
    (Sheet::Sources, "B_EmInst", true),
    (Sheet::Balance, "C_Emissions&Energy", true),
    (Sheet::Processes, "D_Processes", true),
    (Sheet::Precursors, "E_PurchPrec", true),
    (Sheet::Tools, "F_Tools", true),
    (Sheet::ProcessSummary, "Summary_Processes", false),
    (Sheet::ProductSummary, "Summary_Products", true),
    (Sheet::Communication, "Summary_Communication", false),
    (Sheet::Matrix, "InputOutput", false),
    (Sheet::Countries, "c_CodeLists", false),
    (Sheet::Language, "VersionDocumentation", false),
];

/// Cells that may be filled: columns and rows of a sheet.
pub(super) struct Entries {
    pub(super) sheet: Sheet,
    pub(super) columns: &'static str,
    pub(super) rows: (u32, u32),
}

const fn entries(sheet: Sheet, columns: &'static str, rows: (u32, u32)) -> Entries {
    Entries { sheet, columns, rows }
}

/// Every cell that the template leaves open, but for the blocks of sheets D and E, which [`blocks`] repeats.
pub(super) const ENTRIES: &[Entries] = &[
    entries(Sheet::Installation, "I L", (9, 9)),
    entries(Sheet::Installation, "I", (19, 32)),
    entries(Sheet::Installation, "I", (37, 53)),
    entries(Sheet::Installation, "E I J K L M N", (62, 71)),
    entries(Sheet::Installation, "E F G H I J K L", (83, 92)),
    entries(Sheet::Installation, "E F G H I J K L", (102, 121)),
    entries(Sheet::Sources, "D E F G H J K L N P R", (17, 91)),
    entries(Sheet::Sources, "D E F AG AH AI AJ AK AL AM AT", (98, 107)),
    entries(Sheet::Sources, "D E R V X Z AX AY", (113, 122)),
    entries(Sheet::Balance, "H I J K", (16, 16)),
    entries(Sheet::Balance, "H I J K M", (26, 26)),
    entries(Sheet::Balance, "H", (40, 42)),
    entries(Sheet::Tools, "J K L", (21, 21)),
    entries(Sheet::Tools, "J K", (26, 26)),
    entries(Sheet::Tools, "J K", (41, 41)),
    entries(Sheet::Tools, "J K L", (61, 61)),
    entries(Sheet::Tools, "J K", (64, 64)),
    entries(Sheet::Tools, "J K", (72, 72)),
    entries(Sheet::Tools, "J", (97, 97)),
    entries(Sheet::Tools, "H J K", (101, 130)),
    entries(Sheet::ProcessSummary, "M", (13, 13)),
    entries(Sheet::ProcessSummary, "M", (16, 16)),
    entries(
        Sheet::ProductSummary,
        "D F H P Q R S T U V W X Y Z AA AB AC AD AE AF AG AH AI AJ AK AL AM AP AR AT AU AX",
        (10, 109),
    ),
];

/// Blocks of one sheet, one below the other, with the cells of the first that may be filled.
pub(super) struct Blocks {
    pub(super) sheet: Sheet,
    pub(super) first: u32,
    pub(super) height: u32,
    pub(super) count: u32,
    /// Columns, and the rows from the first of the block.
    pub(super) open: &'static [(&'static str, (u32, u32))],
}

/// Production processes.
pub(super) const PROCESSES: Blocks = Blocks {
    sheet: Sheet::Processes,
    first: 11,
    height: 65,
    count: 10,
    open: &[
        ("L", (5, 12)),
        ("L", (16, 16)),
        ("L", (21, 30)),
        ("K L", (39, 39)),
        ("L", (43, 43)),
        ("L M", (46, 47)),
        ("L M", (50, 51)),
        ("L", (54, 56)),
        ("L", (60, 61)),
    ],
};

/// Purchased precursors.
pub(super) const PRECURSORS: Blocks = Blocks {
    sheet: Sheet::Precursors,
    first: 14,
    height: 44,
    count: 20,
    open: &[("L", (3, 10)), ("L", (14, 24)), ("L M", (35, 37)), ("K", (40, 40))],
};

impl Blocks {
    /// The first row of a block, counted from 1.
    pub(super) fn row(&self, block: u32) -> u32 {
        self.first.saturating_add(self.height.saturating_mul(block.saturating_sub(1)))
    }
}

/// A word of the template and ours for it.
pub(super) type Words = &'static [(&'static str, &'static str)];

/// Aggregated goods categories.
pub(super) const CATEGORIES: Words = &[
    ("Cement", "cement"),
    ("Cement clinker", "cement-clinker"),
    ("Calcined clays", "calcined-clay"),
    ("Aluminous cement", "aluminous-cement"),
    ("Iron or steel products", "iron-steel-products"),
    ("Crude steel", "crude-steel"),
    ("Direct reduced iron", "dri"),
    ("Pig iron", "pig-iron"),
    ("Alloys (FeMn, FeCr, FeNi)", "alloys"),
    ("Sintered Ore", "sintered-ore"),
    ("Hydrogen", "hydrogen"),
    ("Ammonia", "ammonia"),
    ("Nitric acid", "nitric-acid"),
    ("Urea", "urea"),
    ("Mixed fertilisers", "mixed-fertilisers"),
    ("Aluminium products", "aluminium-products"),
    ("Unwrought aluminium", "unwrought-aluminium"),
    ("Electricity (export to EU)", "electricity"),
];

/// Stands in for a category where a process covers nothing else.
pub(super) const ONLY_DIRECT: &str = "Only direct production";

/// Methods of source streams.
pub(super) const METHODS: Words =
    &[("Combustion", "combustion"), ("Process emissions", "process"), ("Mass balance", "mass-balance")];

/// Methods for perfluorocarbons.
pub(super) const PFC_METHODS: Words = &[("Slope method", "slope"), ("Overvoltage method", "overvoltage")];

/// Gases of continuous measurement.
pub(super) const GASES: Words = &[("CO2", "CO2"), ("N2O", "N2O")];

/// Technologies of smelters, by the abbreviation that stands in the cell.
pub(super) const TECHNOLOGIES: &[&str] = &["cwpb", "swpb", "vss", "hss", "pfpb-l", "pfpb-mw", "pfpb-m"];

/// Where an electricity factor is from.
pub(super) const ELECTRICITY: Words = &[
    ("D.4(a)", "grid-default"),
    ("D.4(b)", "grid-other"),
    ("D.4.1", "own"),
    ("D.4.2", "own-chp"),
    ("D.4.3.1", "direct-link"),
    ("D.4.3.2", "ppa"),
    ("Mix", "mix"),
];

/// How values of a precursor were determined.
pub(super) const DETERMINATIONS: Words =
    &[("Measured", "actual"), ("Default", "default"), ("Unknown", "estimate")];

/// Parameters of products: column, name.
pub(super) const PARAMETERS: &[(&str, &str)] = &[
    ("P", "main reducing agent of the precursor"),
    ("Q", "steel mill identification number"),
    ("R", "% Mn"),
    ("S", "% Cr"),
    ("T", "% Ni"),
    ("U", "% other alloys"),
    ("V", "% carbon"),
    ("W", "t scrap per t steel"),
    ("X", "% other materials"),
    ("Y", "% pre-consumer scrap"),
    ("Z", "t scrap per t aluminium"),
    ("AA", "% non-aluminium elements"),
    ("AB", "clinker factor"),
    ("AC", "calcined or not"),
    ("AD", "concentration, if hydrous solution"),
    ("AE", "% nitric acid"),
    ("AF", "% urea"),
    ("AG", "% N contained"),
    ("AH", "% N as ammonium"),
    ("AI", "% N as nitrate"),
    ("AJ", "% N as urea"),
    ("AK", "% N in other forms"),
];

/// What is kept as a remark: sheet, cell, name.
pub(super) const REMARKS: &[(Sheet, &str, u32, &str)] = &[
    (Sheet::Balance, "H", 16, "total fuel input, entered by hand (TJ)"),
    (Sheet::Balance, "I", 16, "direct fuel for CBAM goods (TJ)"),
    (Sheet::Balance, "J", 16, "fuel for electricity (TJ)"),
    (Sheet::Balance, "K", 16, "direct fuel for other goods (TJ)"),
    (Sheet::Balance, "H", 26, "total CO2 emissions, entered by hand (t CO2e)"),
    (Sheet::Balance, "I", 26, "biomass emissions, entered by hand (t CO2e)"),
    (Sheet::Balance, "J", 26, "total N2O emissions, entered by hand (t CO2e)"),
    (Sheet::Balance, "K", 26, "total PFC emissions, entered by hand (t CO2e)"),
    (Sheet::Balance, "M", 26, "total indirect emissions (t CO2e)"),
    (Sheet::Balance, "H", 40, "data quality"),
    (Sheet::Balance, "H", 41, "justification for default values"),
    (Sheet::Balance, "H", 42, "quality assurance"),
    (Sheet::ProcessSummary, "M", 13, "carbon price instrument"),
    (Sheet::ProcessSummary, "M", 16, "additional information"),
    (Sheet::Tools, "J", 97, "carbon price tool: currency"),
];
