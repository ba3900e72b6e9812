// Errors the service answers with. The texts are ours; the SDK shows them as `error.message`.

export const REFUSALS = {
  1002: 'This session was ended by another login',
  10002: 'Internal error',
  10004: 'Invalid parameters',
  10007: 'No permission for this operation',
  10009: 'The owner cannot quit the group',
  10010: 'The group does not exist or has been dismissed',
  10013: 'Already a member of the group',
  10015: 'Invalid group id',
  10017: 'Muted in this group',
  10021: 'The group id is in use',
  10025: 'The group id is in use, and the group is yours',
  10049: 'Attributes are written too often',
  10056: 'Attributes were changed by somebody else in the meantime',
  // Invented: no document says what a banned user is told.
  10070: 'Banned from this group',
  60008: 'Not logged in',
  70001: 'UserSig expired',
  70003: 'UserSig is illegal',
  70013: 'UserSig was made for another identifier',
  70014: 'UserSig was made for another SDKAppID',
  80001: 'The text contains a forbidden word',
  80002: 'The message is too large',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export class Refusal extends Error {
  readonly code: number;
  /** Further fields of the answer. */
  readonly fields: object;

  constructor(code: RefusalCode, detail = '', fields: object = {}) {
    super(detail ? `${REFUSALS[code]}: ${detail}` : REFUSALS[code]);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}
