// What this provider uses of @tencentcloud/chat 3.6, in types: the package's own are full of `any`.

/** Why the service threw a login out. */
export type KickedOutType = 'multipleAccount' | 'multipleDevice' | 'REST_API_Kick' | 'userSigExpired';

/** The connection, as the SDK tells it; it may skip `disconnected`. */
export type NetState = 'connected' | 'connecting' | 'disconnected';

/** A message, a tip of the group or a notice of the service: told apart by `type`. */
export interface SdkMessage {
  /** The SDK's own id: the same when it is delivered twice. */
  readonly ID: string;
  readonly type: string;
  readonly conversationType: string;
  /** User id of the sender, as the service says. */
  readonly from: string;
  /** Where it was said: a group's id. */
  readonly to: string;
  readonly nick?: string;
  readonly avatar?: string;
  /** Seconds since 1970, by the service's clock. */
  readonly time: number;
  readonly sequence: number;
  readonly cloudCustomData?: string;
  readonly payload: unknown;
}

/** What a group says of itself. */
export interface SdkGroup {
  readonly groupID: string;
  readonly ownerID: string;
  readonly introduction?: string;
  readonly muteAllMembers?: boolean;
}

export interface SdkProfile {
  readonly nick?: string;
  readonly avatar?: string;
}

/** What comes with each event. */
export interface SdkEvents {
  readonly SDK_READY: unknown;
  readonly MESSAGE_RECEIVED: readonly SdkMessage[];
  readonly KICKED_OUT: { readonly type: KickedOutType };
  readonly NET_STATE_CHANGE: { readonly state: NetState };
}

export type SdkListener<Name extends keyof SdkEvents> = (event: { readonly data: SdkEvents[Name] }) => void;

export interface NewMessage<Payload> {
  readonly to: string;
  readonly conversationType: string;
  readonly priority: string;
  readonly cloudCustomData: string;
  readonly payload: Payload;
}

interface Answer<Data> {
  readonly data: Data;
}

/** One instance: one application, one user at a time. Rejects with an Error that has a `code`, or none for bad parameters. */
export interface Chat {
  login(options: { readonly userID: string; readonly userSig: string }): Promise<unknown>;
  logout(): Promise<unknown>;
  /** Logs out and frees everything. Rejects when nobody is logged in, having freed everything all the same. */
  destroy(): Promise<unknown>;
  isReady(): boolean;
  on<Name extends keyof SdkEvents>(name: string, listener: SdkListener<Name>): void;
  off<Name extends keyof SdkEvents>(name: string, listener: SdkListener<Name>): void;
  /** 4: none. */
  setLogLevel(level: number): void;
  getMyProfile(): Promise<Answer<SdkProfile>>;
  updateMyProfile(profile: SdkProfile): Promise<unknown>;
  getUserProfile(options: { readonly userIDList: readonly string[] }): Promise<Answer<readonly SdkProfile[]>>;
  createGroup(options: { readonly type: string; readonly name: string; readonly groupID: string }): Promise<unknown>;
  joinGroup(options: {
    readonly groupID: string;
  }): Promise<Answer<{ readonly status: string; readonly group?: SdkGroup }>>;
  quitGroup(groupID: string): Promise<unknown>;
  dismissGroup(groupID: string): Promise<unknown>;
  getGroupProfile(options: { readonly groupID: string }): Promise<Answer<{ readonly group: SdkGroup }>>;
  updateGroupProfile(options: { readonly groupID: string; readonly introduction: string }): Promise<unknown>;
  getGroupOnlineMemberCount(groupID: string): Promise<Answer<{ readonly memberCount: number }>>;
  createTextMessage(message: NewMessage<{ readonly text: string }>): SdkMessage;
  createCustomMessage(
    message: NewMessage<{ readonly data: string; readonly description: string; readonly extension: string }>,
  ): SdkMessage;
  sendMessage(message: SdkMessage): Promise<Answer<{ readonly message: SdkMessage }>>;
}

/** The package's default export. */
export interface ChatSdk {
  /** Gives the same instance again for the same application, until that is destroyed. */
  create(options: { readonly SDKAppID: number; readonly proxyServer?: string }): Chat;
  readonly EVENT: Readonly<Record<keyof SdkEvents, string>>;
}

/** Loads the SDK's code: about 150 KB compressed. */
export async function loadChatSdk(): Promise<ChatSdk> {
  const loaded = (await import('@tencentcloud/chat')) as unknown as { readonly default: ChatSdk };
  return loaded.default;
}
