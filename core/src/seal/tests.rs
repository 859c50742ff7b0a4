//! The test vectors of the cryptosuite, of canonical JSON, and what must not pass.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{PublicKey, SecretKey, base58, jcs, sign, verify};

// Vectors of W3C Data Integrity EdDSA Cryptosuites v1.0, eddsa-jcs-2022 (W3C Software and Document License).
const SECRET: &str = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
const PUBLIC: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
const CREATED: &str = "2023-02-24T23:36:38Z";
const VALUE: &str =
    "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX";
const PROOF_HASH: &str = "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db";
const DOCUMENT_HASH: &str = "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19";

fn credential() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" }
    })
}

fn sealed() -> Value {
    sign(&credential(), &SecretKey::parse(SECRET).unwrap(), CREATED).unwrap()
}

fn refused(document: &Value) -> &'static str {
    verify(document, None).unwrap_err().code().as_str()
}

#[test]
fn the_vector_of_the_standard_is_met_to_the_last_letter() {
    let sealed = sealed();
    assert_eq!(sealed["proof"]["proofValue"], VALUE);
    assert_eq!(sealed["proof"]["verificationMethod"], format!("did:key:{PUBLIC}#{PUBLIC}"));
    let verified = verify(&sealed, None).unwrap();
    assert_eq!((verified.key.multikey(), verified.created), (PUBLIC.to_owned(), CREATED.to_owned()));
    let mut proof = sealed["proof"].as_object().unwrap().clone();
    proof.remove("proofValue");
    let hash = |object: &serde_json::Map<String, Value>| {
        crate::wire::v1::hex_sha256(jcs::canonical(object).unwrap().as_bytes())
    };
    assert_eq!(hash(&proof), PROOF_HASH);
    assert_eq!(hash(credential().as_object().unwrap()), DOCUMENT_HASH);
}

#[test]
fn every_change_breaks_the_seal() {
    type Change = fn(&mut Value);
    let whole = sealed();
    let broken: [(&str, Change); 6] = [
        ("SEAL_BROKEN", |document| document["name"] = "Another".into()),
        ("SEAL_BROKEN", |document| document["more"] = Value::Null),
        ("SEAL_BROKEN", |document| document["proof"]["created"] = "2023-02-24T23:36:39Z".into()),
        ("SEAL_BROKEN", |document| document["proof"]["proofValue"] = "z1111".into()),
        ("BAD_SEAL", |document| document["proof"]["cryptosuite"] = "eddsa-rdfc-2022".into()),
        ("BAD_SEAL", |document| document["proof"]["domain"] = "x".into()),
    ];
    for (code, change) in broken {
        let mut document = whole.clone();
        change(&mut document);
        assert_eq!(refused(&document), code, "{document}");
    }
    let mut bare = whole.clone();
    bare.as_object_mut().unwrap().remove("proof");
    assert_eq!(refused(&bare), "BAD_SEAL");
    let mut other = whole;
    other["proof"]["@context"] = json!(["https://example.org"]);
    assert_eq!(refused(&other), "BAD_SEAL");
}

#[test]
fn a_given_key_decides() {
    let other = SecretKey::parse(&"07".repeat(32)).unwrap().public();
    assert_eq!(verify(&sealed(), Some(&other)).unwrap_err().code().as_str(), "SEAL_BROKEN");
    assert!(verify(&sealed(), Some(&PublicKey::parse(PUBLIC).unwrap())).is_ok());
}

#[test]
fn keys_are_read_in_each_of_their_forms_and_never_repeated() {
    // RFC 8032, section 7.1, test 1.
    let key = SecretKey::parse("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n").unwrap();
    let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    assert_eq!(key.public(), PublicKey::parse(public).unwrap());
    assert_eq!(PublicKey::parse(&key.public().method()).unwrap(), key.public());
    assert_eq!(PublicKey::parse(&key.public().multikey()).unwrap(), key.public());
    assert_eq!(format!("{key:?}"), "SecretKey(..)");
    for text in [
        "",
        "z",
        "z6Mk",
        PUBLIC,
        &"0".repeat(63),
        &"g".repeat(64),
        "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjx",
    ] {
        let error = SecretKey::parse(text).unwrap_err();
        assert_eq!(error.code().as_str(), "BAD_KEY");
        assert!(text.len() < 4 || !error.message().contains(text));
    }
    // A key of order one fits every signature.
    let weak = format!("01{}", "00".repeat(31));
    assert!(PublicKey::parse(&weak).is_err());
    assert!(PublicKey::parse(&format!("did:key:{PUBLIC}#other")).is_err());
}

// Vectors of RFC 8785 (its reference test data, Apache-2.0): `french`, `unicode` and `weird`.
#[test]
fn canonical_json_is_that_of_the_standard() {
    for (input, expected) in [
        (
            r#"{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}"#,
            r#"{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}"#,
        ),
        (r#"{"Unnormalized Unicode":"A\u030a"}"#, "{\"Unnormalized Unicode\":\"A\u{30a}\"}"),
        (
            r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\u000a":"Newline","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley","\u00f6":"Latin Small Letter O With Diaeresis","\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}"#,
            "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\",\"\u{80}\":\"Control\u{7f}\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😂\":\"Smiley\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}",
        ),
        (r#"{"a":[56,{"d":true,"10":null,"1":[]}]}"#, r#"{"a":[56,{"1":[],"10":null,"d":true}]}"#),
        (r#"{"s":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}"#, r#"{"s":"€$\u000f\nA'B\"\\\\\"/"}"#),
    ] {
        let value: Value = serde_json::from_str(input).unwrap();
        assert_eq!(jcs::canonical(value.as_object().unwrap()).unwrap(), expected);
    }
}

#[test]
fn numbers_that_readers_disagree_on_are_not_sealed() {
    let key = SecretKey::parse(SECRET).unwrap();
    for number in [json!(9_007_199_254_740_991_u64), json!(-3)] {
        assert!(sign(&json!({ "n": number }), &key, CREATED).is_ok());
    }
    for text in ["0.5", "1e3", "56.0", "9007199254740992", "-9007199254740992"] {
        let document: Value = serde_json::from_str(&format!("{{\"n\":{text}}}")).unwrap();
        assert_eq!(sign(&document, &key, CREATED).unwrap_err().code().as_str(), "BAD_SEAL", "{text}");
    }
}

proptest! {
    #[test]
    fn bytes_come_back_from_base_58(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        prop_assert_eq!(base58::bytes(&base58::multibase(&bytes)).unwrap(), bytes);
    }

    #[test]
    fn what_is_signed_verifies_and_one_other_letter_does_not(secret in any::<[u8; 32]>(), text in ".{0,40}", other in ".{0,40}") {
        let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
        let key = SecretKey::parse(&hex).unwrap();
        let mut document = sign(&json!({ "text": text }), &key, CREATED).unwrap();
        prop_assert_eq!(verify(&document, None).unwrap().key, key.public());
        document["text"] = other.clone().into();
        prop_assert_eq!(verify(&document, None).is_ok(), other == text);
    }
}
