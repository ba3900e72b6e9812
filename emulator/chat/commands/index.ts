// All commands the emulated chat service knows.
import type { CommandTable, OpenCommandTable } from '../command.js';
import { attributeCommands } from './attributes.js';
import { backgroundCommands } from './background.js';
import { configCommands } from './config.js';
import { connectionCommands, openConnectionCommands } from './connection.js';
import { counterCommands } from './counters.js';
import { groupCommands } from './groups.js';
import { membershipCommands } from './membership.js';
import { messageCommands } from './messages.js';
import { moderationCommands } from './moderation.js';
import { profileCommands } from './profile.js';

export const OPEN_COMMANDS: OpenCommandTable = { ...openConnectionCommands, ...configCommands };

export const COMMANDS: CommandTable = {
  ...connectionCommands,
  ...backgroundCommands,
  ...profileCommands,
  ...groupCommands,
  ...membershipCommands,
  ...messageCommands,
  ...attributeCommands,
  ...counterCommands,
  ...moderationCommands,
};
