//! Which test holds which of the laws I1 to I18 of mass flows.

/// Law, what it says, and the test that holds it: over random inputs, that of units over all pairs.
const HELD: [(&str, &str, &str, &str); 20] = [
    (
        "I1",
        "the units of a lot's labels add up to the lot",
        LAWS,
        "lots_are_what_the_oracle_says_and_nothing_is_lost",
    ),
    (
        "I2",
        "what came in of a label is in stock, gone or lost",
        LAWS,
        "lots_are_what_the_oracle_says_and_nothing_is_lost",
    ),
    ("I3", "so is carbon", LAWS, "lots_are_what_the_oracle_says_and_nothing_is_lost"),
    ("I4", "a take is within a unit of each label's share", LAWS, "a_take_is_within_a_unit_of_each_share"),
    ("I5", "all of it is it, nothing of it is nothing", LAWS, "a_take_is_within_a_unit_of_each_share"),
    (
        "I6",
        "lots are as near to exact fractions as they were cut",
        LAWS,
        "lots_are_what_the_oracle_says_and_nothing_is_lost",
    ),
    (
        "I7",
        "scaling and renaming change nothing else",
        LAWS,
        "what_is_scaled_or_renamed_is_the_same_otherwise",
    ),
    (
        "I8",
        "what is in a lot is reachable from it",
        LAWS,
        "lots_are_what_the_oracle_says_and_nothing_is_lost",
    ),
    ("I9", "back and forward are one relation", LAWS, "back_and_forward_agree"),
    (
        "I10",
        "the order of records does not matter",
        LAWS,
        "the_order_of_records_and_what_is_void_change_nothing",
    ),
    ("I10", "nor that of independent events", LAWS, "independent_events_in_another_order_change_nothing"),
    ("I11", "a run in two events is the run in one", LAWS, "a_run_in_many_documents_is_the_run_in_one"),
    ("I12", "labels can be put together before or after", LAWS, "labels_can_be_put_together_before_or_after"),
    (
        "I13",
        "void and corrected is never happened",
        LAWS,
        "the_order_of_records_and_what_is_void_change_nothing",
    ),
    (
        "I14",
        "units go forth and back without a digit lost",
        STOCK,
        "a_quantity_goes_through_units_and_back_unchanged",
    ),
    ("I14", "each unit into each other one", UNITS, "conversion_is_transitive_and_reversible"),
    ("I15", "one more input never strengthens custody", CUSTODY, "the_meet_is_monotone"),
    ("I16", "intervals hold whatever the unknown was", LAWS, "intervals_hold_the_truth"),
    ("I17", "what is written is read as what was read", EVENTS, "what_is_written_reads_as_what_was_read"),
    ("I18", "issues and stock are worth what came in", STOCK, "issues_and_stock_are_worth_what_came_in"),
];

const LAWS: &str = include_str!("laws.rs");
const STOCK: &str = include_str!("stock_laws.rs");
const UNITS: &str = include_str!("../../../tests/unit_properties.rs");
const CUSTODY: &str = include_str!("../../custody/tests.rs");
const EVENTS: &str = include_str!("../../epcis/laws.rs");

#[test]
fn each_invariant_has_a_property_test_that_names_it() {
    for (law, what, file, test) in HELD {
        let place = file.find(&format!("fn {test}(")).unwrap_or_else(|| panic!("{law}, {what}: {test}"));
        // The comment above the test names the law.
        let above = file[..place].rsplit_once("\n\n").map_or("", |(_, above)| above);
        let named = above.split(|c: char| !c.is_alphanumeric()).any(|word| word == law);
        assert!(named && above.contains("#[test]"), "{law}: {test}");
    }
    for law in 1..=18 {
        assert!(HELD.iter().any(|(name, ..)| *name == format!("I{law}")), "I{law}");
    }
}
