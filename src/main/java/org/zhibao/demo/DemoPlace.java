package org.zhibao.demo;

import java.util.List;

/**
 * What the demo knows about a city.
 *
 * @param city       the city's code
 * @param areaCode   telephone area code
 * @param postalCode postal code of the city
 * @param longitude  degrees east, roughly its centre
 * @param latitude   degrees north, roughly its centre
 * @param river      the water its units discharge into
 * @param basin      code of the dictionary of river basins
 */
record DemoPlace(String city, String areaCode, String postalCode, double longitude, double latitude, String river,
                 String basin) {

    private static final List<DemoPlace> ALL = List.of(
            new DemoPlace("430100", "0731", "410000", 112.94, 28.23, "湘江", "XIANG"),
            new DemoPlace("430200", "0731", "412000", 113.13, 27.83, "湘江", "XIANG"),
            new DemoPlace("430300", "0731", "411100", 112.94, 27.83, "涟水", "XIANG"),
            new DemoPlace("430400", "0734", "421000", 112.57, 26.89, "湘江", "XIANG"),
            new DemoPlace("430500", "0739", "422000", 111.47, 27.24, "资水", "ZI"),
            new DemoPlace("430600", "0730", "414000", 113.13, 29.36, "洞庭湖", "DONGTING"),
            new DemoPlace("430700", "0736", "415000", 111.70, 29.03, "沅江", "YUAN"),
            new DemoPlace("430800", "0744", "427000", 110.48, 29.12, "澧水", "LI"),
            new DemoPlace("430900", "0737", "413000", 112.36, 28.55, "资水", "ZI"),
            new DemoPlace("431000", "0735", "423000", 113.01, 25.77, "耒水", "XIANG"),
            new DemoPlace("431100", "0746", "425000", 111.61, 26.42, "潇水", "XIANG"),
            new DemoPlace("431200", "0745", "418000", 110.00, 27.57, "㵲水", "YUAN"),
            new DemoPlace("431300", "0738", "417000", 112.00, 27.70, "涟水", "XIANG"),
            new DemoPlace("433100", "0743", "416000", 109.74, 28.31, "武水", "YUAN"));

    /** @throws IllegalArgumentException if it is no city of the province */
    static DemoPlace of(String city) {
        return ALL.stream().filter(place -> place.city.equals(city)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no city " + city));
    }
}
