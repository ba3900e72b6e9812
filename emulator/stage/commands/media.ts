// Publishing and subscribing.
import { inRoom, type CommandTable } from '../command.js';
import { Refusal } from '../refusal.js';
import { mediaSetOf, ROLE, textOf } from '../wire.js';

export const mediaCommands: CommandTable = {
  'publish/v2': inRoom(4146, ({ room, peer }, { data }) => {
    if (peer.role !== ROLE.anchor) throw new Refusal(-10001);
    peer.media.publish(data);
    if (!peer.media.isPublishing && Object.values(mediaSetOf(data['state'])).some(Boolean)) throw new Refusal(-100006);
    return { afterwards: () => room.tellPublished() };
  }),
  publish_state_change: inRoom(4112, ({ room, peer }, { data }) => {
    if (peer.role !== ROLE.anchor) throw new Refusal(-10001);
    peer.media.publish(data);
    return { afterwards: () => room.tellPublished() };
  }),
  mute_uplink: inRoom(4108, ({ room, peer }, { data }) => {
    peer.media.mute(data);
    return { afterwards: () => room.tellPublished() };
  }),
  unpublish: inRoom(4100, ({ room, peer }) => {
    peer.media.unpublish();
    return { afterwards: () => room.tellPublished() };
  }),
  'subscribe/v3': inRoom(4156, ({ room, peer }, { data }) => {
    const source = room.peer(textOf(data['srcUserId']));
    // Who has left in this very moment is no error: the push that says so is on its way.
    const wanted = { ssrc: data['ssrc'], wants: mediaSetOf(data) };
    if (source) peer.media.subscribe(source.user, source.media, wanted);
    return {};
  }),
  subscribe_change: inRoom(4106, ({ room, peer }, { data }) => {
    const source = room.peerByTinyId(textOf(data['srcTinyId'])) ?? room.peer(textOf(data['srcUserId']));
    if (source) peer.media.resubscribe(source.user, mediaSetOf(data));
    return {};
  }),
  unsubscribe: inRoom(4104, ({ peer }, { data }) => {
    peer.media.unsubscribe(textOf(data['srcUserId']));
    return {};
  }),
};
