// One RTCPeerConnection, either end, with the order of its set-up made safe. Who it leads to is the stage's business.

export interface PeerHooks {
  readonly candidate: (candidate: RTCIceCandidateInit) => void;
  readonly connected?: () => void;
  readonly failed: () => void;
}

export class Peer {
  /** No ICE servers: both ends are in one browser. */
  readonly connection = new RTCPeerConnection();
  #early: RTCIceCandidateInit[] = [];

  constructor({ candidate: found, connected, failed }: PeerHooks) {
    const { connection } = this;
    connection.onicecandidate = ({ candidate }) => candidate && found(candidate.toJSON());
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === 'connected') connected?.();
      if (connection.connectionState === 'failed') failed();
    };
  }

  get closed(): boolean {
    return this.connection.signalingState === 'closed';
  }

  /** The description to send: an offer, or the answer to an accepted one. */
  async describe(): Promise<string> {
    await this.connection.setLocalDescription();
    return this.connection.localDescription?.sdp ?? '';
  }

  async accept(type: 'offer' | 'answer', sdp: string): Promise<void> {
    await this.connection.setRemoteDescription({ type, sdp });
    for (const candidate of this.#early.splice(0)) this.#add(candidate);
  }

  /** Takes a candidate of the other end; one that comes before the description waits for it. */
  add(candidate: RTCIceCandidateInit): void {
    if (this.connection.remoteDescription) this.#add(candidate);
    else this.#early.push(candidate);
  }

  close(): void {
    this.connection.onicecandidate = null;
    this.connection.onconnectionstatechange = null;
    this.connection.close();
  }

  #add(candidate: RTCIceCandidateInit): void {
    // One of several ways to the other end; if none works, the connection says so.
    this.connection.addIceCandidate(candidate).catch(() => undefined);
  }
}
