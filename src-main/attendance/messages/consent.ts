/**
 * Which text of consent stands on the screen before a message is sent: what is sent, to which number, and that the
 * number serves for nothing else (LGPD art. 8). Kept with each message; goes up whenever the words change in any
 * language (`message.consent` of the page's words), which a test watches over.
 */
export const messageConsentVersion = 'whatsapp-1';
