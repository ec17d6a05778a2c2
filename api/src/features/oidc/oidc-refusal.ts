/** Why a sign-in by the provider came to nothing; the web has a text for each. */
export type OidcRefusalCode =
  'OIDC_REFUSED' | 'OIDC_STATE_INVALID' | 'OIDC_MAIL_NOT_VERIFIED' | 'OIDC_NOT_LINKED' | 'OIDC_UNREACHABLE';

/** A sign-in that was refused: the code for the person, the reason for the trail. */
export class OidcRefusal extends Error {
  constructor(
    readonly code: OidcRefusalCode,
    /** Of few words, without anything personal or secret. */
    readonly reason: string,
    readonly personId: string | null = null,
  ) {
    super(`${code}: ${reason}`);
  }
}
