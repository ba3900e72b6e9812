// The part of tls-sig-api-v2 1.0 (CommonJS, without types of its own) that is used here.
declare module 'tls-sig-api-v2' {
  /** Signs with `Date.now()` as the time of issue. Names are cut to one byte a character inside a privateMapKey: ASCII only. */
  export class Api {
    constructor(sdkAppId: number, secretKey: string);
    genUserSig(userId: string, seconds: number): string;
    /** For a numeric room. */
    genPrivateMapKey(userId: string, seconds: number, roomId: number, rights: number): string;
    genPrivateMapKeyWithStringRoomID(userId: string, seconds: number, roomId: string, rights: number): string;
  }
}
