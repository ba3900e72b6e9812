// Signs with the vendor's own package, so that the check is not tested against itself.
import { createRequire } from 'node:module';

interface Signer {
  genSig(userId: string, seconds: number): string;
  genPrivateMapKeyWithStringRoomID(userId: string, seconds: number, room: string, rights: number): string;
  genPrivateMapKey(userId: string, seconds: number, roomId: number, rights: number): string;
}

const { Api } = createRequire(import.meta.url)('tls-sig-api-v2') as {
  readonly Api: new (sdkAppId: number, secretKey: string) => Signer;
};

export function signer(app: { readonly sdkAppId: number; readonly secretKey: string }): Signer {
  return new Api(app.sdkAppId, app.secretKey);
}
