// Who a page is and what proves it, as a credentials server answers and as a login takes it.

/** Who this page is, and what proves it. */
export interface Credentials {
  /** User id: 1–32 bytes of printable ASCII. */
  readonly userId: string;
  /** What others should call this person; the user id when absent. */
  readonly name?: string;
  /** Address of a picture of this person. */
  readonly avatar?: string;
  /** The application at the service: a positive integer. */
  readonly sdkAppId?: number;
  /** Signature that proves the user id to the service. Made by a server, never in a page. */
  readonly userSig?: string;
  /** Signature that gives rights on one stage, where the service asks for it. */
  readonly privateMapKey?: string;
  /** When the signatures run out, in milliseconds since 1970; absent when they do not. */
  readonly expiresAt?: number;
}

/** Where a room's credentials come from. Both reject with a RoomError and nothing else. */
export interface CredentialsKeeper {
  /** Good enough to log in with now; asked for anew when those at hand run out soon. */
  current(): Promise<Credentials>;
  /** When `current` will ask anew, in milliseconds since 1970; undefined while nothing runs out. */
  readonly due?: number | undefined;
  /** Asks anew whatever is at hand: those were refused. Absent where the same answer would come again. */
  renew?(): Promise<Credentials>;
}
