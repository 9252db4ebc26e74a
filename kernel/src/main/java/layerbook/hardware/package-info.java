/**
 * What a network takes on a device: stored bytes by number format, keys and values, memory of training, rooflines, training time.
 * Every figure is a formula with its source; a bound is called a bound. May import {@code count} and what lies behind it. Owns no thread.
 * <pre>{@code
 * NetworkView net = ...;                                              // a network with 8,030,261,248 parameters
 * StoredBytes.of(Weights.of(net), Formats.find("Q4_K_M")).total()     // what a file of that format holds
 * Device.find("RTX 4090").memoryBytes()                               // 24 GiB
 * }</pre>
 * To add a device, add its line to {@code devices.csv}; to add a number format, add its line to {@link layerbook.hardware.Formats}.
 */
package layerbook.hardware;
