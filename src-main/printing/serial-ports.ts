/** A serial port as the system lists it. */
export interface ListedPort {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  /** Windows only. */
  readonly friendlyName?: string | undefined;
  /** Linux: e.g. `usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0`. */
  readonly pnpId?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

export type ListPorts = () => Promise<readonly ListedPort[]>;

/** Asks the system, which on Linux takes `udevadm`; rejects where it does not tell. */
export const listSystemPorts: ListPorts = async () => {
  const { SerialPort } = await import('serialport');
  return SerialPort.list();
};
