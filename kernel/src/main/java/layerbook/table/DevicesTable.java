package layerbook.table;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import layerbook.hardware.Device;

/** Devices with their memory, bandwidth and dense peaks. Example: {@code devices()}. */
public final class DevicesTable {
    private DevicesTable() {}

    /** The devices as a table; a peak that the maker does not state is {@code –}. */
    public static Grid of(List<Device> devices) {
        var columns = List.of(new Grid.Column("device", false, 0, 10, devices.stream().map(Device::name).toList()),
            numbers("GiB", 0, devices, d -> d.memoryGib().toPlainString()), numbers("GB/s", 0, devices, d -> tera(d.bandwidth(), 9)),
            peak("fp32", 3, devices, Device.Peak.FP32), peak("fp16", 1, devices, Device.Peak.FP16), peak("bf16", 1, devices, Device.Peak.BF16),
            peak("fp8", 2, devices, Device.Peak.FP8), peak("int8", 2, devices, Device.Peak.INT8),
            new Grid.Column("source", false, 7, 12, devices.stream().map(Device::source).toList()));
        var notes = List.of("peaks in 10^12 operations a second, 2 for each multiply-add, dense (no sparsity), sums in float32",
            "memory as sold: a card of \"24 GB\" has 24 GiB");
        return new Grid("devices", columns, Collections.nCopies(devices.size(), ""), notes);
    }

    private static Grid.Column numbers(String head, int priority, List<Device> devices, Function<Device, String> cell) {
        return new Grid.Column(head, true, priority, devices.stream().map(cell).toList());
    }

    private static Grid.Column peak(String head, int priority, List<Device> devices, Device.Peak peak) {
        return numbers(head, priority, devices, d -> d.peaks().containsKey(peak) ? tera(d.peaks().get(peak), 12) : "–");
    }

    private static String tera(BigDecimal value, int digits) {
        return value.movePointLeft(digits).stripTrailingZeros().toPlainString();
    }
}
