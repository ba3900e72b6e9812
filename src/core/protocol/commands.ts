// What members of a room say to each other, in our words. How it looks on the wire is the codec's.

/** A stage's id. A number is a numeric TRTC room (1–4294967294), a string a string room; `1` and `'1'` are two stages. */
export type StageId = number | string;

/** Somebody wrote something. */
export interface TextCommand {
  readonly type: 'text';
  readonly text: string;
}

/** The host opened the stage (legacy `ILVLIVE_IMCMD_BigCast_ENTER`). */
export interface EnterCommand {
  readonly type: 'enter';
  readonly stage: StageId;
  /** Number of this go-live; absent from legacy hosts. */
  readonly run?: number;
  /** When the record that this announces was written: seconds since 1970 by the owner's clock. Absent from legacy hosts. */
  readonly at?: number;
  /** Seconds until the picture starts, while counting down. */
  readonly in?: number;
}

/** The host ended the room (legacy `ExitLive`). */
export interface ExitCommand {
  readonly type: 'exit';
  readonly run?: number;
  readonly at?: number;
}

/** The host left the stage for now; the chat goes on. */
export interface HostLeftCommand {
  readonly type: 'host-left';
  readonly run?: number;
  readonly at?: number;
}

/** The host came back to a stage that was never closed. */
export interface HostBackCommand {
  readonly type: 'host-back';
  readonly run?: number;
  readonly at?: number;
}

/** A command only the owner of the room may give. */
export type Announcement = EnterCommand | ExitCommand | HostLeftCommand | HostBackCommand;

export type Command = TextCommand | Announcement;

/** `high` survives a full room best (40 messages a second); live state is high, talk is normal. */
export type Priority = 'high' | 'normal' | 'low';
