/** Files beside explanations and answers: taken, told apart by content, kept, put on record. */
package org.zhibao.filing.attachment;
