// A certificate for TLS, made when it is needed and kept nowhere. Nobody vouches for it: browsers are told to ignore that.
import { RTCDtlsTransport } from 'werift';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
}

/** The one that media is encrypted with, too: one a process. */
export async function selfSignedCertificate(): Promise<Certificate> {
  const { privateKey, certPem } = await RTCDtlsTransport.SetupCertificate();
  return { key: privateKey, cert: certPem };
}
