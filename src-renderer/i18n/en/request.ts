export const request = {
  number: 'Request number',
  again: 'Try again',
  paper: {
    printing: 'The paper with the number is coming out.',
    printed: 'Take the paper with the number.',
    trouble: 'The paper did not come out. Write the number down or take a photo.',
    none: 'Write the number down or take a photo.',
  },
} as const;
