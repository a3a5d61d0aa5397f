import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { Group } from '../kit/group.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { printerWords } from '../words/printer-words.ts';
import { PrinterPorts } from './printer-ports.tsx';
import { useSwitchedPart } from './use-switched-part.ts';

const words = printerWords;

const baudRates = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const;

/** Where the printer is: on a serial port, or on the network. What was typed for the other one is kept meanwhile; both are shown only where a file has both, which is an error. */
export function PrinterPlace(): ReactElement {
  const serial = useSwitchedPart('printer.serial');
  const tcp = useSwitchedPart('printer.tcp');
  const choose = (place: string | number | undefined): void => {
    serial.toggle(place === 'serial');
    tcp.toggle(place === 'tcp');
  };
  return (
    <Group title={words.port}>
      <ChoiceField
        path="printer-place"
        {...words.place}
        standard={tcp.on ? 'tcp' : 'serial'}
        onChoose={choose}
        options={[
          { value: 'serial', label: words.places.serial },
          { value: 'tcp', label: words.places.tcp },
        ]}
      />
      {tcp.on ? <NetworkPlace /> : null}
      {serial.on || !tcp.on ? <SerialPlace /> : null}
    </Group>
  );
}

function NetworkPlace(): ReactElement {
  return (
    <>
      <TextField path="printer.tcp.host" {...words.host} keyboard="url" placeholder="192.168.0.50" />
      <NumberField path="printer.tcp.port" {...words.tcpPort} placeholder="9100" />
    </>
  );
}

function SerialPlace(): ReactElement {
  return (
    <>
      <PrinterPorts />
      <TextField path="printer.serial.path" {...words.path} keyboard="url" placeholder="/dev/ttyUSB0" />
      <ChoiceField
        path="printer.serial.baudRate"
        {...words.baudRate}
        standard={9600}
        options={baudRates.map((rate) => ({ value: rate, label: String(rate) }))}
      />
      <ChoiceField
        path="printer.serial.flowControl"
        label={words.flowControl.label}
        hint={words.flowControl.hint}
        standard="none"
        options={[
          { value: 'none', label: words.flowControl.none },
          { value: 'rtscts', label: words.flowControl.rtscts },
          { value: 'xonxoff', label: words.flowControl.xonxoff },
        ]}
      />
    </>
  );
}
