//! Texts that one report has alone, both languages side by side.

/// `struct Words` with a text for each name, and `of`, which gives those of a language.
macro_rules! words {
    ($( $name:ident = $english:literal | $vietnamese:literal; )+) => {
        pub(super) struct Words { $( pub(super) $name: &'static str, )+ }

        const ENGLISH: Words = Words { $( $name: $english, )+ };
        const VIETNAMESE: Words = Words { $( $name: $vietnamese, )+ };

        pub(super) const fn of(lang: Lang) -> &'static Words {
            match lang {
                Lang::En => &ENGLISH,
                Lang::Vi => &VIETNAMESE,
            }
        }
    };
}
