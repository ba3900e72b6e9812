// What the service tells the SDK about itself: settings and the plan's features.
import type { OpenCommandTable } from '../command.js';
import { purchaseBits } from '../features.js';

const EXPIRES_SECONDS = 3600;

export const configCommands: OpenCommandTable = {
  'im_sdk_config_mgr.fetch_config': ({ service }) => ({
    int32_error_code: 0,
    str_error_message: '',
    uint32_expired_time: EXPIRES_SECONDS,
    uint64_version: 1,
    // Texts, even the numbers.
    str_json_config: JSON.stringify({
      polling_interval: String(service.options.pollingIntervalMs),
      // No slowing down after empty polls: an answered poll was held already.
      polling_interval_plus: '0',
    }),
  }),
  'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2': ({ service }) => ({
    int32_error_code: 0,
    str_error_message: '',
    str_purchase_bits: purchaseBits(service.options.features),
    uint32_expired_time: EXPIRES_SECONDS,
  }),
};
