import { describe, expect, it } from 'vitest';
import { listSerialPorts } from '../../../src-main/technician/serial-port-list.ts';
import { RecordingLog } from '../printing/recording-log.ts';

describe('the list of serial ports', () => {
  it('has USB adapters first, by number, with what the system knows of them', async () => {
    const list = await listSerialPorts(
      () =>
        Promise.resolve([
          { path: '/dev/ttyS10' },
          { path: '/dev/ttyS2' },
          { path: '/dev/ttyUSB1', manufacturer: 'Prolific', vendorId: '067b' },
          { path: '/dev/ttyUSB0', vendorId: '0403', pnpId: 'usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0' },
          { path: 'COM3', vendorId: '1a86', friendlyName: 'USB-SERIAL CH340 (COM3)' },
        ]),
      new RecordingLog(),
    );
    expect(list).toEqual([
      { path: '/dev/ttyUSB0', label: 'FTDI FT232R USB UART' },
      { path: '/dev/ttyUSB1', label: 'Prolific' },
      { path: 'COM3', label: 'USB-SERIAL CH340 (COM3)' },
      { path: '/dev/ttyS2' },
      { path: '/dev/ttyS10' },
    ]);
  });

  it('is empty, with a line in the log, when the system does not tell', async () => {
    const log = new RecordingLog();
    expect(await listSerialPorts(() => Promise.reject(new Error('spawn udevadm ENOENT')), log)).toEqual([]);
    expect(log.codes).toEqual(['SERIAL-PORTS-UNKNOWN']);
  });
});
