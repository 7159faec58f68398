import { amendRequest, isBlocked, isBlockedRequest, isListedRelease } from './block-list.js';
import { addToClass, classEntry, deviceNode, removeFromClass } from './class-tree.js';
import { checkZeroed, copyStructFromUser } from './copy-struct.js';
import { deviceType } from './device-type.js';
import { asksForDeviceData, checkInfoFlags, cmdInfo, copyDeviceData, deviceData, reportedDataLength } from './info.js';
import { checkUserSize, findIoctl, fopsIoctl, ioctlTable, readUserSize, respond } from './ioctl.js';
import { allocate, free } from './memory.js';
import { removeModule } from './module.js';
import { allocateNumber, freeNumber } from './numbering.js';
import { closeUctx, filesToClose, fopsFlush, fopsOpen, fopsRelease, isLastReference, keepFile, openUctx } from './open-file.js';
import { closeAllContexts, forgetDriver, register, unregister, waitForCalls } from './registration.js';
import { checkRpcLengths, cmdRpc, copyRequest, copyResponse, deliver, exchange, reportedResponseLength, requestMemory } from './rpc.js';
import { admitScope, mayUseScope, scopeOfNumber, scopeTaints } from './scope.js';
import { addTaint, taint, taintMessage } from './taint.js';

/** Every decision of the core by name. A broken subject is this table with one entry replaced. */
export const CORE_PARTS = {
  addTaint,
  addToClass,
  admitScope,
  allocate,
  allocateNumber,
  amendRequest,
  asksForDeviceData,
  checkInfoFlags,
  checkRpcLengths,
  checkUserSize,
  checkZeroed,
  classEntry,
  closeAllContexts,
  closeUctx,
  cmdInfo,
  cmdRpc,
  copyDeviceData,
  copyRequest,
  copyResponse,
  copyStructFromUser,
  deliver,
  deviceData,
  deviceNode,
  deviceType,
  exchange,
  filesToClose,
  findIoctl,
  fopsFlush,
  fopsIoctl,
  fopsOpen,
  fopsRelease,
  forgetDriver,
  free,
  freeNumber,
  ioctlTable,
  isBlocked,
  isBlockedRequest,
  isLastReference,
  isListedRelease,
  keepFile,
  mayUseScope,
  openUctx,
  readUserSize,
  register,
  removeFromClass,
  removeModule,
  requestMemory,
  reportedDataLength,
  reportedResponseLength,
  respond,
  scopeOfNumber,
  scopeTaints,
  taint,
  taintMessage,
  unregister,
  waitForCalls,
};

export type CoreParts = typeof CORE_PARTS;
