// The vocabulary of faults. Rules wait for something to happen and spoil it; actions happen at once.

export type PartName = 'chat' | 'stage';

/** What all rules have in common. Every condition that is left out matches everything. */
interface Rule {
  /** Default: both. */
  readonly part?: PartName;
  /** How often the rule strikes before it is used up; default once. */
  readonly times?: number | 'always';
}

interface Frames extends Rule {
  /** The command without its service, such as `send_group_msg`; default any. */
  readonly command?: string;
  /** Whose frames. */
  readonly user?: string;
}

/** Strikes before the service has seen the request. */
export type RequestFault = Frames & { readonly on: 'request' } & (
    | { readonly do: 'drop' | 'kill' | 'freeze' }
    | { readonly do: 'delay'; readonly ms: number }
    | { readonly do: 'error'; readonly code: number; readonly info?: string }
  );

/** Strikes after the service has done what was asked: the client cannot know. */
export type ResponseFault = Frames & { readonly on: 'response' } & (
    { readonly do: 'drop' | 'duplicate' | 'kill' } | { readonly do: 'delay'; readonly ms: number }
  );

/** Strikes what the service pushes unasked: bans and kicks. A group's messages are not pushed but delivered. */
export type PushFault = Frames & { readonly on: 'push' } & (
    { readonly do: 'drop' | 'duplicate' } | { readonly do: 'delay'; readonly ms: number }
  );

export type DeliveryKind = 'message' | 'tip' | 'profile' | 'attributes' | 'counter' | 'dismissed';

/** Strikes what a group delivers to its members; the sender hears of success all the same. */
export type DeliveryFault = Rule & {
  readonly on: 'delivery';
  readonly item?: DeliveryKind;
  readonly group?: string;
  readonly from?: string;
  /** Only the delivery to this member is struck; default to everybody. */
  readonly to?: string;
  /** Only items in whose JSON, as the sender wrote it, this text occurs; write quotes as they are in `data`. */
  readonly contains?: string;
} & (
    | { readonly do: 'drop' | 'duplicate' }
    /** Waits until something else has been delivered in the group, and comes after it. */
    | { readonly do: 'reorder' }
    | { readonly do: 'delay'; readonly ms: number }
  );

export type Fault = RequestFault | ResponseFault | PushFault | DeliveryFault;

export type KickReason = 'multipleAccount' | 'multipleDevice' | 'restApi';

export type FaultAction = { readonly part?: PartName } & (
  | {
      /**
       * kill-socket: closes the sockets of `user` (default: all); the SDKs come back by themselves.
       * cut-off: the same, and refuses new ones until `mend`. freeze: the sockets stay open but nothing passes until
       * `thaw`, and then everything does; a new socket is not frozen.
       */
      readonly action: 'kill-socket' | 'cut-off' | 'mend' | 'freeze' | 'thaw';
      readonly user?: string;
    }
  | { readonly action: 'expire-signature'; readonly user: string }
  | { readonly action: 'kick'; readonly user: string; readonly reason?: KickReason }
  | { readonly action: 'dismiss'; readonly group: string }
);
