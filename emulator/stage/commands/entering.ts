// Entering a room, coming back to it, and leaving.
import { abilityOf } from '../ability.js';
import { inRoom, type Answer, type CommandTable, type Request } from '../command.js';
import type { Peer } from '../peer.js';
import { Refusal } from '../refusal.js';
import { ALL_RIGHTS, allows, RIGHT, rightsFrom, type RoomName } from '../rights.js';
import type { Room } from '../room.js';
import { LEFT, ROLE, textOf, type Fields, type Role } from '../wire.js';

const RELAY = { relayOuterIp: '127.0.0.1', relayInnerIp: '127.0.0.1' } as const;

export const enteringCommands: CommandTable = {
  'join/v2': { reply: 20, run: join },
  reconnect: { reply: 514, run: comeBack },
  rebuild_pc: inRoom(4150, async ({ peer }, { data }) => {
    // The SDK publishes and subscribes again over the new connection.
    peer.media.unsubscribe();
    return { data: { ability: await openMedia(peer, data) } };
  }),
  change_role: inRoom(4110, changeRole),
  leave: inRoom(undefined, ({ room, peer }, { session }) => {
    session.place = undefined;
    room.remove(peer, LEFT.normally);
    return {};
  }),
  get_user_list: inRoom(4137, ({ room, peer }) => ({ data: { userList: room.userListFor(peer) } })),
};

async function join({ data, session, service }: Request): Promise<Answer> {
  const { rooms, banned } = service;
  const { user, connection } = session;
  if (banned.has(user)) throw new Refusal(-100006, 'banned');
  const name = roomNameOf(data);
  const rights = checkRights({ data, session, service }, name);
  const role = roleOf(data['trtcRole']);
  const room = rooms.open(name);
  const peer = room.invite({ user, tinyId: rooms.tinyIdOf(user), role, rights });
  peer.attach(connection);
  const ability = await openMedia(peer, data).catch((error: unknown) => {
    peer.close();
    if (room.peers.length === 0) room.close();
    throw error;
  });
  if (!connection.open) peer.detach(connection);
  // It may have emptied meanwhile.
  const current = rooms.open(name);
  current.admit(peer);
  session.place = { room: current, peer };
  return {
    data: {
      ...RELAY,
      relayPort: portOf(ability),
      bakRelayIps: [],
      endReportExtend: '',
      reportToken: '',
      publishers: current.publishedList,
      ability,
    },
    // Without it the SDK notices only after a second who publishes.
    afterwards: () => peer.push('published', { userList: current.publishedList }),
  };
}

/** The socket was lost, the place in the room was not: as long as he is not removed. */
function comeBack({ data, session, service }: Request): Answer {
  const room = service.rooms.find(roomNameOf(data));
  const peer = room?.peer(session.user);
  if (!room || !peer) throw new Refusal(-10002);
  peer.connection?.kill();
  peer.attach(session.connection);
  session.place = { room, peer };
  return { afterwards: () => peer.push('published', { userList: room.publishedList }) };
}

function changeRole({ room, peer }: { room: Room; peer: Peer }, request: Request): Answer {
  const { data, service } = request;
  const role = roleOf(data['role']);
  if (service.options.privateMapKey && data['privateMapKey']) peer.media.rights = checkRights(request, room.name);
  const mayPublish = [RIGHT.sendAudio, RIGHT.sendVideo, RIGHT.sendScreen].some((right) =>
    allows(peer.media.rights, right),
  );
  if (role === ROLE.anchor && !mayPublish) throw new Refusal(-100006);
  if (role === peer.role) return {};
  peer.become(role);
  return {
    afterwards: () => {
      if (role === ROLE.anchor) room.announce(peer);
      else room.takeBack(peer, LEFT.roleChanged);
      room.tellPublished();
    },
  };
}

function checkRights({ data, session, service }: Request, name: RoomName): number {
  if (!service.options.privateMapKey) return ALL_RIGHTS;
  const rights = rightsFrom(textOf(data['privateMapKey']), session, name, service.context);
  if (!allows(rights, RIGHT.join)) throw new Refusal(-100006);
  if (!service.rooms.find(name) && !allows(rights, RIGHT.create)) throw new Refusal(-102010);
  return rights;
}

async function openMedia(peer: Peer, data: Fields): Promise<Fields> {
  const ability = abilityOf(data['ability']);
  if (!ability) throw new Refusal(-1, 'no ability: only browsers that use one connection for all are emulated');
  return peer.media.open(ability);
}

function roomNameOf(data: Fields): RoomName {
  const id = textOf(data['roomId']);
  if (!id) throw new Refusal(-10012);
  return { id, kind: data['useStringRoomId'] ? 'string' : 'number' };
}

function roleOf(value: unknown): Role {
  return Number(value) === ROLE.audience ? ROLE.audience : ROLE.anchor;
}

function portOf(ability: Fields): number | undefined {
  return (ability['candidates'] as readonly { readonly port: number }[] | undefined)?.[0]?.port;
}
