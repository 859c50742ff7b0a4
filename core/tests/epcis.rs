//! The public door of the room `epcis`.

use emitrace::epcis::hash_normal_form;

#[test]
fn normal_forms_are_those_of_the_reference() {
    let vectors = include_str!("epcis/normal-forms.tsv");
    let mut count = 0;
    for line in vectors.lines().filter(|line| !line.starts_with('#')) {
        let (given, want) = line.split_once('\t').expect("two columns");
        assert_eq!(hash_normal_form(given).unwrap_or_default(), want, "{given}");
        count += 1;
    }
    println!("{count} identifiers");
    assert_eq!(count, 36);
}
