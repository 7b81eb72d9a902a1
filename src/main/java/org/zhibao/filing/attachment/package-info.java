/** Files beside explanations and answers: taken, told apart by content, kept, put on record. */
@org.springframework.modulith.NamedInterface("attachment")
package org.zhibao.filing.attachment;
