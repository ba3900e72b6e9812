// All commands the emulated stage service knows, by their name on the wire.
import type { CommandTable } from '../command.js';
import { backgroundCommands, cdnCommands } from './background.js';
import { enteringCommands } from './entering.js';
import { mediaCommands } from './media.js';

export const COMMANDS: CommandTable = {
  ...enteringCommands,
  ...mediaCommands,
  ...backgroundCommands,
  ...cdnCommands,
};
