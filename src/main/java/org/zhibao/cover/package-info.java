/** Leave cover (请假代办): a reviewer's tasks go to a colleague for a time. */
package org.zhibao.cover;
