// Members are banned: by their owner, or by a fault in his name.
import type { Group } from './group.js';
import { pushBan, type Ban } from './pushes.js';
import type { ChatService } from './service.js';

export function ban(service: ChatService, group: Group, userIds: readonly string[], details: Ban): void {
  const { groups, sessions, polls, context } = service;
  groups.ban(group, details.operator, userIds, details.seconds);
  for (const banned of userIds.flatMap((userId) => sessions.of(userId))) {
    polls.unseat(banned, group);
    pushBan(context, banned, group, details);
  }
}
