// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** Request of the method `seal.sign`. */
export interface SealSignRequest {
  /** The document: the text of a JSON object. Required. */
  document: string;
  /** The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required. */
  key: string;
  /** When it is signed: `2027-02-01T08:00:00Z`. Required. */
  created: string;
}

/** Answer of the method `seal.sign`. */
export interface SealSignAnswer {
  /** The document with its proof, as canonical JSON. */
  document: string;
  /** The key that checks it, as a Multikey. */
  public_key: string;
}

/** Request of the method `seal.verify`. */
export interface SealVerifyRequest {
  /** The document: the text of a JSON object with a proof. Required. */
  document: string;
  /** The key that it must be signed with: a Multikey (`z6Mk…`), a `did:key` or 64 hexadecimal digits; empty = the one that the proof names. */
  key?: string;
}

/** Answer of the method `seal.verify`: the signature fits the document. */
export interface SealVerifyAnswer {
  /** The key that it is signed with, as a Multikey. */
  public_key: string;
  /** Whether that key was given, and not only named by the document itself. */
  key_given: boolean;
  /** When it was signed, as its author says. */
  created: string;
  /** SHA-256 of the document without its proof, as canonical JSON. */
  digest: string;
}

/** Request of the method `seal.key`. */
export interface SealKeyRequest {
  /** The secret key. Required. */
  key: string;
}

/** Answer of the method `seal.key`. */
export interface SealKeyAnswer {
  /** The key that checks what the secret one signs, as a Multikey. */
  public_key: string;
  /** The same as a verification method: `did:key:…#…`. */
  method: string;
}

/** Request of the method `credential.sign`. */
export interface CredentialSignRequest {
  /** The credential: the text of a JSON object of the W3C data model 2.0. Required. */
  credential: string;
  /** The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required. */
  key: string;
  /** What names the key to who checks: `did:web:example.com#key-1`; empty = the `did:key` of the key itself. */
  key_id?: string;
}

/** Answer of the method `credential.sign`. */
export interface CredentialSignAnswer {
  /** The credential as a token (`vc+jwt`). */
  token: string;
  /** The key that checks it, as a Multikey. */
  public_key: string;
}

/** Request of the method `credential.verify`. */
export interface CredentialVerifyRequest {
  /** The token. Required. */
  token: string;
  /** The key that it must be signed with; empty = the `did:key` that it names. */
  key?: string;
}

/** Answer of the method `credential.verify`: the signature fits the credential. */
export interface CredentialVerifyAnswer {
  /** The credential, as canonical JSON. */
  credential: string;
  /** The key that it is signed with, as a Multikey. */
  public_key: string;
  /** Whether that key was given, and not only named by the token itself. */
  key_given: boolean;
}
